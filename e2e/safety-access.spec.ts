import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type AccessRule, type Asker, accessTable, askers } from "#app/http/access-table.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expect, test } from "./fixtures.ts";
import { type Answered, ask, Client, encode } from "./http.ts";
import { everyAsker, researcherOf, signedIn } from "./people.ts";
import { seededDatabase } from "./seeded-database.ts";
import { TestServer } from "./server.ts";
import { addStranger, readRows } from "./store.ts";

/** Signing out last: it ends the sessions the other lines need. */
const rules = [...accessTable].sort(
  (a, b) => Number(/sign-out/.test(a.route)) - Number(/sign-out/.test(b.route)),
);

const said = ({ status, headers }: Answered) =>
  status === 302 && headers.location?.startsWith("/studio/sign-in") ? "sign-in" : status;
/** To be led to the sign-in page and to be redirected elsewhere are different answers, except after signing out. */
const agrees = (answered: Answered, rule: AccessRule, asker: Asker) =>
  said(answered) === rule.answers[asker] || answered.status === rule.answers[asker];

test("attack 5: every route answers every asker as the access table says", async ({ server }) => {
  const { askers: clients } = await everyAsker(server.url, server.databaseFile);
  const fill = filler(server.databaseFile);
  // A thousand requests, some of them for whole dashboards.
  test.setTimeout(180_000);
  const wrong: string[] = [];
  for (const rule of rules) {
    const url = fill(rule.path);
    await Promise.all(
      askers.map(async (asker) => {
        const client = clients[asker];
        const answered =
          rule.method === "GET" ? await client.get(url) : await client.post(url, rule.body ?? {});
        if (!agrees(answered, rule, asker))
          wrong.push(`${asker} ${rule.method} ${url}: ${said(answered)}, not ${rule.answers[asker]}`);
      }),
    );
  }
  expect(wrong).toEqual([]);
});

test("attack 6: loaders called directly, one by one, refuse as their pages do", async ({ server }) => {
  const { askers: clients } = await everyAsker(server.url, server.databaseFile);
  const fill = filler(server.databaseFile);
  const demo = readRows(server.databaseFile, "studies", "slug = 'demo'")[0];
  const wrong: string[] = [];
  let asked = 0;
  for (const rule of rules) {
    if (rule.method !== "GET" || !rule.route.startsWith("studio.")) continue;
    for (const asker of askers) {
      const expected = rule.answers[asker];
      if (expected === 200 || expected === 302) continue;
      const [pathname, query] = fill(rule.path).split("?");
      const ids = [`routes/${rule.route}`, `root,routes/${rule.route}`, ""];
      for (const id of ids) {
        const search = [query, id && `_routes=${encodeURIComponent(id)}`].filter(Boolean).join("&");
        const { status, body } = await clients[asker].get(`${pathname}.data${search ? `?${search}` : ""}`);
        asked++;
        const name = `${asker} ${pathname}.data?${search}`;
        // Single fetch words a redirect as 202 with the target inside; resource routes have no such address at all.
        const isRefused = status >= 400 && status < 500;
        const isLedAway = (status === 202 || status === 204 || status === 302) && /sign-in/.test(body);
        if (!isRefused && !isLedAway) wrong.push(`${name}: ${status}`);
        // A form sent back to somebody who may use it says what study it belongs to; a refusal of the asker never does.
        if (expected === 400) continue;
        const title = JSON.parse(String(demo?.title)) as Record<string, string>;
        for (const told of [title["zh-CN"], title.en, String(demo?.id)])
          if (told && body.includes(told)) wrong.push(`${name} tells ${told}`);
      }
    }
  }
  expect(asked).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("attack 5: a researcher of another study finds nothing of the demo, not even through their own study", async ({
  server,
}) => {
  const { askers: clients, study } = await everyAsker(server.url, server.databaseFile);
  const fill = filler(server.databaseFile);
  const response = fill("{response}");
  for (const url of [`/studio/${study}/responses/${response}`, `/studio/${study}/qr?door=demo`]) {
    const { status, body } = await clients.stranger.get(url);
    expect(status, url).toBe(404);
    expect(body).not.toContain(response);
  }
  const exclude = { intent: "exclude", reason: "not mine" };
  const answered = await clients.stranger.post(`/studio/${study}/responses/${response}`, exclude);
  expect(answered.status).toBe(404);
  expect(readRows(server.databaseFile, "responses", "id = ?", response)).toMatchObject([{ excluded: 0 }]);
  const list = await clients.stranger.get("/studio");
  expect(list.body).toContain(`/studio/${study}`);
  expect(list.body).not.toContain('/studio/demo"');
});

test("attack 8: a session is new at every sign-in, ends at sign-out, and is nobody else's", async ({
  server,
}) => {
  const { email, password } = demoAccounts.researcher;
  // Fixation: a token planted before the sign-in is not the one after it.
  const planted = new Client(server.url, { session: "x".repeat(43) });
  await planted.post("/studio/sign-in", { email, password });
  expect(planted.cookies.get("session")).not.toBe("x".repeat(43));
  const stale = new Client(server.url, { session: "x".repeat(43) });
  expect((await stale.get("/studio")).status).toBe(302);

  const first = await researcherOf(server.url);
  const token = first.cookies.get("session") ?? "";
  expect(token.length).toBeGreaterThanOrEqual(43);
  expect(readRows(server.databaseFile, "sessions").some((row) => Object.values(row).includes(token))).toBe(
    false,
  );
  const thief = new Client(server.url, { session: token });
  expect((await thief.get("/studio")).status).toBe(200);
  // A link signs nobody out; the button does, for every copy of the cookie.
  await first.get("/studio/sign-out");
  expect((await thief.get("/studio")).status).toBe(200);
  await first.post("/studio/sign-out", {});
  expect((await thief.get("/studio")).status).toBe(302);

  const second = await researcherOf(server.url);
  const good = second.cookies.get("session") ?? "";
  const other = good.at(-1) === "A" ? "B" : "A";
  for (const tampered of [
    `${good.slice(0, -2)}${other}${other}`,
    `${good}x`,
    good.toUpperCase(),
    `${good}.1`,
  ])
    expect((await new Client(server.url, { session: tampered }).get("/studio")).status).toBe(302);
  // Signing in over an old session ends that one.
  await second.post("/studio/sign-in", demoAccounts.reader);
  expect((await new Client(server.url, { session: good }).get("/studio/demo")).status).toBe(
    second.cookies.get("session") === good ? 200 : 302,
  );
});

test("attack 8: a changed password ends every other session at once", async ({ server }) => {
  const { email } = addStranger(server.databaseFile);
  const { password } = demoAccounts.researcher;
  const owner = await signedIn(server.url, email, password);
  const thief = await signedIn(server.url, email, password);
  const changed = "four quiet river words";
  const answered = await owner.post("/studio/account", {
    password,
    newPassword: changed,
    passwordAgain: changed,
  });
  expect(answered.status).toBeLessThan(400);
  expect((await thief.get("/studio")).status).toBe(302);
  expect((await owner.get("/studio")).status).toBe(200);
  await expect(signedIn(server.url, email, password)).rejects.toThrow("could not sign in");
  await signedIn(server.url, email, changed);
});

test("attack 10: a guesser has to wait, and learns nothing about who has an account", async ({ server }) => {
  const { email } = addStranger(server.databaseFile);
  const tries = async (name: string) => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      const { status } = await new Client(server.url).post("/studio/sign-in", {
        email: name,
        password: "guess",
      });
      statuses.push(status);
    }
    return statuses;
  };
  const known = await tries(email);
  expect(known.at(-1)).toBe(429);
  expect(await tries("nobody-of-that-name@example.org")).toEqual(known);
});

test("attack 11: signing in leads to a page of the studio, never to another site", async ({ server }) => {
  const targets = [
    "//evil.example",
    "/\\evil.example",
    "/%09/evil.example",
    "\t//evil.example",
    "javascript:alert(1)",
    "https://evil.example/studio",
    "/studio//evil.example",
    "/studio\r\nX-Evil: 1",
    "/s/demo",
  ];
  for (const to of targets) {
    const client = new Client(server.url);
    const query = `?${encode({ to })}`;
    const shown = await client.get(`/studio/sign-in${query}`);
    expect(shown.status).toBe(200);
    for (const [, address = ""] of shown.body.matchAll(/(?:href|action|src)="([^"]*)"/g))
      expect(new URL(address.replaceAll("&amp;", "&"), server.url).origin, address).toBe(server.url);
    const { headers } = await client.post(`/studio/sign-in${query}`, demoAccounts.reader);
    expect(headers.location, to).toBe("/studio");
    expect(headers["x-evil"]).toBeUndefined();
    // Somebody signed in already is led on in the same way.
    expect((await client.get(`/studio/sign-in${query}`)).headers.location, to).toBe("/studio");
  }
});

test("attack 8, 9: behind https, cookies are __Host-, Secure, HttpOnly and Lax, and links are https", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-https-"));
  const databaseFile = path.join(folder, "demo.sqlite");
  fs.copyFileSync(seededDatabase, databaseFile);
  const PUBLIC_URL = "https://survey.example.edu.cn";
  const server = await TestServer.start(databaseFile, { PUBLIC_URL, TRUSTED_PROXY_HOPS: "1" });
  try {
    const through = { Host: "survey.example.edu.cn", "X-Forwarded-Proto": "https" };
    const form = { ...through, Origin: PUBLIC_URL, "Content-Type": "application/x-www-form-urlencoded" };
    const post = (url: string, fields: Record<string, string>) =>
      ask(server.url, url, { method: "POST", headers: form, body: encode(fields) });
    const signIn = await post("/studio/sign-in", demoAccounts.researcher);
    expect(signIn.status).toBe(302);
    expect(signIn.headers["set-cookie"]?.join()).toMatch(
      /^__Host-session=[\w-]{43,}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(signIn.headers["strict-transport-security"]).toMatch(/max-age=\d{8}/);
    const start = await post("/s/demo", { CON01: "yes", go: "start" });
    expect(start.headers["set-cookie"]?.[0]).toMatch(
      /^draft=[0-9a-f]{32}; Path=\/s\/demo; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
    // The machine's own name is no address of a public site.
    expect((await ask(server.url, "/s/demo")).status).toBe(421);
    const plain = await ask(server.url, "/s/demo", {
      method: "POST",
      headers: { ...form, Origin: "http://survey.example.edu.cn" },
      body: encode({ CON01: "yes" }),
    });
    expect(plain.status).toBe(403);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

function filler(databaseFile: string) {
  const id = `select r.id from responses r join studies s on s.id = r.study_id where s.slug = 'demo' limit 1`;
  const [response] = readRows(databaseFile, "responses", `id = (${id})`);
  return (template: string) => template.replace("{response}", String(response?.id)).replace("{release}", "1");
}
