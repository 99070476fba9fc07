import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { readEnv } from "#app/http/env.server.ts";
import { hashPassword, shortestPassword } from "#app/http/passwords.server.ts";
import { type Connection, connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { changePassword, createAccount, findAccountByEmail } from "#db/queries/accounts.server.ts";
import { type Role, setMember } from "#db/queries/studies.server.ts";
import { askPassword } from "./lib/ask-password.ts";

const usage = `Accounts, from the command line of the server:
  npm run account -- create   --email li@example.edu.cn --name 李老师 [--study demo --role researcher|reader]
  npm run account -- add      --email li@example.edu.cn --study demo --role researcher|reader
  npm run account -- password --email li@example.edu.cn
The password (at least ${shortestPassword} characters) is asked for, or read from standard input when that is piped.`;

/** A mistake of whoever typed the command: told without a stack. */
class Mistake extends Error {}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    email: { type: "string" },
    name: { type: "string" },
    study: { type: "string" },
    role: { type: "string" },
  },
});

function need(option: "email" | "name" | "study" | "role"): string {
  const given = values[option]?.trim();
  if (!given) throw new Mistake(`--${option} is missing.\n\n${usage}`);
  return given;
}

function role(): Role {
  const given = need("role");
  if (given !== "researcher" && given !== "reader") throw new Mistake("--role is researcher or reader.");
  return given;
}

async function newPasswordHash(): Promise<string> {
  const password = await askPassword();
  if ([...password].length < shortestPassword) {
    throw new Mistake(`A password needs at least ${shortestPassword} characters.`);
  }
  return hashPassword(password);
}

async function known({ db }: Connection, email: string) {
  const account = await findAccountByEmail(db, email);
  if (!account) throw new Mistake(`Nobody has the address ${email}.`);
  return account;
}

async function create(store: Connection): Promise<string> {
  const email = need("email");
  const name = need("name");
  const member = values.study ? { slug: need("study"), role: role() } : undefined;
  if (!/^\S+@\S+$/.test(email)) throw new Mistake("--email is not an address.");
  if (await findAccountByEmail(store.db, email)) throw new Mistake(`${email} has an account already.`);
  const account = {
    id: randomUUID(),
    email,
    name,
    passwordHash: await newPasswordHash(),
    now: new Date().toISOString(),
  };
  await store.commit(async (trx) => {
    await createAccount(trx, account);
    if (member) await setMember(trx, { ...member, accountId: account.id });
  });
  return `${email} may now sign in${member ? ` and is a ${member.role} of "${member.slug}"` : ""}.`;
}

async function add(store: Connection): Promise<string> {
  const account = await known(store, need("email"));
  const member = { slug: need("study"), role: role(), accountId: account.id };
  await store.commit((trx) => setMember(trx, member));
  return `${account.email} is now a ${member.role} of "${member.slug}".`;
}

async function password(store: Connection): Promise<string> {
  const account = await known(store, need("email"));
  const passwordHash = await newPasswordHash();
  await store.commit((trx) => changePassword(trx, { accountId: account.id, passwordHash }));
  return `The password of ${account.email} is changed; every session has ended.`;
}

const commands: Record<string, (store: Connection) => Promise<string>> = { create, add, password };

try {
  const command = commands[positionals[0] ?? ""];
  if (!command) throw new Mistake(usage);
  const store = connect(readEnv(process.env).databaseUrl);
  try {
    await migrateToLatest(store);
    process.stdout.write(`${await command(store)}\n`);
  } finally {
    await store.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Mistake ? error.message : ((error as Error).message ?? error)}\n`);
  process.exitCode = 1;
}
