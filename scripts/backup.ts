import { parseArgs } from "node:util";
import { readEnv } from "#app/http/env.server.ts";
import { connect } from "#db/connect.server.ts";
import { backUpSqlite, checkSqlite, restoreSqlite } from "#db/dialects/sqlite-backup.ts";

const usage = `Backups of the database that DATABASE_URL names:
  npm run backup -- FILE             a checked copy, while the server runs
  npm run backup -- --restore FILE   puts a copy in the database's place; stop the server first
A copy holds answers and addresses: keep it where only the team can read it, and delete it in time.`;

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { restore: { type: "boolean", default: false } },
  });
  const [copy] = positionals;
  if (!copy || positionals.length > 1) throw new Error(usage);
  const url = readEnv(process.env).databaseUrl;
  if (connect(url).dialect === "postgresql")
    throw new Error(
      "This database is a PostgreSQL, which brings its own tools:\n" +
        `  pg_dump --format=custom --file=${copy} "$DATABASE_URL"\n` +
        `  pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" ${copy}`,
    );
  const file = url.replace(/^(file|sqlite):(\/\/)?/, "");
  if (values.restore) {
    const { responses, aside, carried } = restoreSqlite(copy, file);
    console.log(`Restored: ${responses} responses. Start the server now.`);
    if (aside) console.log(`What was there before is kept as ${aside}; delete it once you need it no more.`);
    if (carried === undefined)
      console.log("The old file could no longer say who has withdrawn since: those responses are back.");
    else if (carried > 0) console.log(`${carried} withdrawals were carried over and stay withdrawn.`);
  } else {
    backUpSqlite(file, copy);
    console.log(
      `${copy}: ${checkSqlite(copy).responses} responses, checked from the first page to the last.`,
    );
  }
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
