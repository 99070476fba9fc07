import { createHash } from "node:crypto";
import net from "node:net";
import { newSecret } from "#app/fieldwork/phone-secret.server.ts";
import { accessTable } from "#app/http/access-table.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expect, test } from "./fixtures.ts";
import { type Asked, ask, encode } from "./http.ts";
import { researcherOf } from "./people.ts";
import { dump, readRows } from "./store.ts";
import { codeIn, hurryToLastPage } from "./survey.ts";

const form = "application/x-www-form-urlencoded";

test("attack 4: a change that comes from no page of ours is refused everywhere, and nothing changes", async ({
  server,
}) => {
  const researcher = await researcherOf(server.url);
  const student = await hurryToLastPage(server.url, "demo", newSecret());
  const sender = await hurryToLastPage(server.url, "demo", newSecret());
  const receipt = await sender.post("/s/demo/words", { go: "next" });
  const cookies = [...researcher.cookies, ...student.cookies].map(([name, value]) => `${name}=${value}`);
  const [response] = readRows(server.databaseFile, "responses", "1 limit 1");
  const one = `/studio/demo/responses/${response?.id}`;
  // Bodies that would work if they came from our own pages.
  const changes: Record<string, [string, Record<string, string>]> = {
    "s.$slug": ["/s/demo", { CON01: "yes", secret: newSecret(), go: "start" }],
    "s.$slug_.$page": ["/s/demo/words", { OPS01: "x", go: "next" }],
    withdraw: ["/withdraw", { code: codeIn(receipt.body) ?? "", go: "delete" }],
    "studio.sign-in": ["/studio/sign-in", demoAccounts.reader],
    "studio.sign-out": ["/studio/sign-out", {}],
    "studio.account": [
      "/studio/account",
      {
        password: demoAccounts.researcher.password,
        newPassword: "stolen-stolen-stolen",
        passwordAgain: "stolen-stolen-stolen",
      },
    ],
    "studio.$study.responses.$id": [one, { intent: "exclude", reason: "because" }],
  };
  for (const { route, method, path, body = {} } of accessTable)
    if (method === "POST") changes[route] ??= [path.replace("{response}", String(response?.id)), body];

  const { port } = new URL(server.url);
  const origins = [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    {},
    { Origin: "::not an origin::" },
    { Origin: `${server.url}.evil.example` },
    { Origin: `http://evil.example:${port}` },
    { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "cross-site", Referer: `${server.url}/` },
  ];
  const before = dump(server.databaseFile);
  const wrong: string[] = [];
  for (const [route, [path, body]] of Object.entries(changes)) {
    const id = `routes/${route}`;
    const shapes = [
      path,
      `${path}.data`,
      `${path}.data?_routes=${id}`,
      `${path}?_data=${id}`,
      `${path}?index`,
    ];
    for (const shape of shapes)
      for (const origin of origins)
        for (const method of ["POST", "PUT", "DELETE"]) {
          const headers = { ...origin, "Content-Type": form, Cookie: cookies.join("; ") };
          const { status } = await ask(server.url, shape, { method, headers, body: encode(body) });
          if (status !== 403) wrong.push(`${method} ${shape} ${JSON.stringify(origin)}: ${status}`);
        }
    // Remix 2 answers `?_data=` for any origin: here it is no way in at all, not even to read.
    for (const headers of [{}, { Origin: server.url }]) {
      const asked: Asked = { method: "POST", headers: { ...headers, Cookie: cookies.join("; ") }, body: "" };
      const { status } = await ask(server.url, `${path}?_data=${id}`, asked);
      if (status !== 403) wrong.push(`own origin, ${path}?_data: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(dump(server.databaseFile)).toBe(before);
});

test("attack 9: no answer for another host's name, and no link is built from one", async ({ server }) => {
  const hosts = ["evil.example", "localhost:1", "localhost", `localhost.evil.example`, "127.0.0.1:80"];
  for (const Host of hosts) {
    const { status, body } = await ask(server.url, "/s/demo", { headers: { Host } });
    expect([400, 421], Host).toContain(status);
    expect(body).not.toContain("evil");
  }
  const poison = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    Forwarded: "host=evil.example",
    "X-Original-Host": "evil.example",
  };
  const sender = await hurryToLastPage(server.url, "demo", newSecret());
  const researcher = await researcherOf(server.url);
  const answers = [
    await sender.post("/s/demo/words", { go: "next" }, poison),
    await researcher.get("/studio/demo", poison),
    await researcher.get("/studio/demo/qr?door=demo", poison),
    await researcher.post("/studio/sign-out", {}, poison),
    await ask(server.url, "/p/demo", { headers: poison }),
    await ask(server.url, "/studio/demo", { headers: poison }),
  ];
  for (const { body, headers } of answers)
    expect(`${body} ${headers.location}`).not.toContain("evil.example");
  expect(answers[0]?.body).toContain(`${server.url}/withdraw`);
});

test("every kind of answer carries the security headers and a policy without inline code", async ({
  server,
}) => {
  const researcher = await researcherOf(server.url);
  const page = await researcher.get("/studio/demo");
  const asset = /\/assets\/[\w.-]+\.js/.exec(page.body)?.[0] ?? "";
  const kinds = {
    student: await ask(server.url, "/s/demo"),
    studio: page,
    public: await ask(server.url, "/p/demo"),
    asset: await ask(server.url, asset),
    robots: await ask(server.url, "/robots.txt"),
    health: await ask(server.url, "/healthz"),
    json: await ask(server.url, "/s/demo/catalogue?q=x"),
    csv: await researcher.get("/studio/demo/exports/responses.csv"),
    data: await researcher.get("/studio/demo.data"),
    notFound: await ask(server.url, "/nothing/here"),
    foreignHost: await ask(server.url, "/", { headers: { Host: "evil.example" } }),
    foreignOrigin: await ask(server.url, "/withdraw", { method: "POST", body: "" }),
    tooLarge: await ask(server.url, "/withdraw", {
      method: "POST",
      headers: { Origin: server.url, "Content-Length": 60_000_000 },
    }),
    unreadable: await ask(server.url, "/%E0%A4%A"),
  };
  expect(kinds.asset.status).toBe(200);
  expect(kinds.csv.status).toBe(200);
  expect(kinds.tooLarge.status).toBe(413);
  const nonces = new Set<string>();
  for (const [kind, { headers }] of Object.entries(kinds)) {
    const policy = String(headers["content-security-policy"]);
    // A student's page has no inline script at all; every other answer admits those with its own nonce.
    expect(policy, kind).toMatch(
      kind === "student"
        ? /default-src 'none';.*script-src 'self';/
        : /default-src 'none';.*script-src 'self' 'nonce-[\w+/=-]{22,}'/,
    );
    expect(policy, kind).not.toMatch(/unsafe|\*|http:|data:.*script/);
    expect(policy, kind).toMatch(
      /base-uri 'none'.*frame-ancestors 'none'|frame-ancestors 'none'.*base-uri 'none'/,
    );
    expect(headers["x-content-type-options"], kind).toBe("nosniff");
    // no-referrer would make browsers send Origin: null, and every form would be refused.
    expect(headers["referrer-policy"], kind).toBe("same-origin");
    expect(headers["x-powered-by"], kind).toBeUndefined();
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
  }
  const styles = /<style>([\s\S]*?)<\/style>/.exec(kinds.student.body)?.[1] ?? "";
  const hash = createHash("sha256").update(styles).digest("base64");
  expect(kinds.student.headers["content-security-policy"]).toContain(`style-src 'self' 'sha256-${hash}'`);
  expect(nonces.size).toBe(Object.keys(kinds).length);
  for (const kind of [kinds.student, kinds.studio, kinds.csv, kinds.data])
    expect(kind.headers["cache-control"]).toContain("no-store");
  // Nothing inline without the response's own nonce, no handlers, no style attributes.
  for (const { body, headers } of [kinds.student, kinds.studio, kinds.public, kinds.notFound]) {
    const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
    const inline = (body.match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? []).filter(
      (tag) => !tag.includes(`nonce="${nonce}"`),
    );
    expect(inline).toEqual([]);
    expect(body).not.toMatch(/<[^>]+\s(style|on\w+)=/);
  }
});

test("oversized, unmeasured and malformed requests get a 4xx, never a 5xx, and fast", async ({ server }) => {
  // The server has served other tests: a paused door's 503 is none of this one's.
  const before = server.log.length;
  const researcher = await researcherOf(server.url);
  const Cookie = [...researcher.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const own = { Origin: server.url, Cookie };
  const post = (path: string, headers: object, body?: string): [string, Asked] => [
    path,
    { method: "POST", headers: { ...own, ...headers }, ...(body === undefined ? {} : { body }) },
  ];
  const bad = "%E0%A4%A";
  const requests: [string, Asked][] = [
    post("/s/demo", { "Content-Length": 60 * 1024 * 1024, "Content-Type": form }),
    post("/studio/demo/import", { "Content-Length": 60 * 1024 * 1024 }),
    post("/s/demo", { "Content-Type": form }, "a=1&".repeat(200_000)),
    post("/s/demo", { "Content-Type": form }, "a&".repeat(120_000)),
    post("/s/demo", { "Content-Type": form, "Transfer-Encoding": "chunked" }, "CON01=yes"),
    post("/studio/sign-in", { "Content-Type": "multipart/form-data" }, "nothing"),
    post("/studio/sign-in", { "Content-Type": "multipart/form-data; boundary=x" }, "--x\r\nnonsense"),
    post(
      "/studio/account",
      { "Content-Type": "multipart/form-data; boundary=x" },
      `--x\r\n${"y".repeat(9999)}`,
    ),
    post("/studio/account", { "Content-Type": "application/json" }, "{"),
    post("/studio/account", { "Content-Type": "text/plain" }, "x"),
    post("/studio/sign-in", { "Content-Type": form }, "email=%00&password=%00"),
    post("/studio/sign-in", { "Content-Type": form }, `email=${bad}&password=%`),
    post("/s/demo", { "Content-Type": "multipart/form-data; boundary=x" }, "--x"),
    post("/s/demo", { "Content-Type": form }, `CON01=${bad}%00`),
    post("/withdraw", { "Content-Type": form }, `code=${bad}%00`),
    post("/s/demo/%00", { "Content-Type": form }, "go=next"),
    ["/s/demo?lang=%00", { headers: own }],
    [`/s/demo?lang=${bad}`, {}],
    [`/${bad}`, {}],
    [`/s/${bad}`, {}],
    [`/p/${bad}`, {}],
    [`/studio/${bad}`, { headers: own }],
    [`/studio/demo/responses/${bad}`, { headers: own }],
    [`/studio/demo/exports/${bad}`, { headers: own }],
    ["/studio/%00", { headers: own }],
    ["/p/demo/files/..%2f..%2fpackage.json", {}],
    ["/p/demo/files/%00.pdf", {}],
    ["/assets/..%2f..%2fserver%2findex.js", {}],
    ["/assets/%00", {}],
    ["//evil.example/%2f..", {}],
    ["/s/demo/catalogue?q=%00", {}],
    [`/s/demo/catalogue?q=${bad}`, {}],
    ["/s/demo", { headers: { Cookie: `draft=${bad}; lang=${bad}; session=${bad}` } }],
    ["/s/demo/about", { headers: { Cookie: `draft=${bad}` } }],
    ["/withdraw", { headers: { Cookie: `lang=${bad}` } }],
    ["/studio", { headers: { Cookie: `session=${bad}; lang=${bad}` } }],
    ["/s/demo", { headers: { Cookie: '=;;;=; draft; draft="; draft=x' } }],
    ["/s/demo", { headers: { "Accept-Language": "x".repeat(4000) } }],
    ["/s/demo", { method: "PATCH", headers: own, body: "" }],
    ["/s/demo", { method: "PROPFIND", headers: own, body: "" }],
    ["/studio.data?_routes=routes/nothing", { headers: own }],
    ["/s/demo.data", {}],
    ["/s/demo/about.data", {}],
    ["/withdraw.data", {}],
    ["/s/__proto__", {}],
    ["/s/demo/constructor", {}],
    ["/studio/__proto__/results", { headers: own }],
  ];
  const broken: string[] = [];
  for (const [path, asked] of requests) {
    const started = performance.now();
    const answer = await ask(server.url, path, asked).catch((error: Error) => error.message);
    const ms = performance.now() - started;
    const status = typeof answer === "string" ? answer : answer.status;
    const name = `${asked.method ?? "GET"} ${path} ${JSON.stringify(asked.headers ?? {}).slice(0, 120)}`;
    if (typeof status !== "number" || status >= 500) broken.push(`${name}: ${status}`);
    if (typeof answer !== "string" && /at \w.*\(.*:\d+:\d+\)|node_modules/.test(answer.body))
      broken.push(`${name}: a stack trace`);
    if (Number(asked.headers?.["Content-Length"]) > 1e6 && (status !== 413 || ms > 500))
      broken.push(`${name}: ${status} after ${ms} ms`);
  }
  expect(broken).toEqual([]);
  // Bytes that are no HTTP at all.
  for (const bytes of ["\0\0\0\0\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET\r\n\r\n"]) {
    const said = await new Promise<string>((resolve) => {
      const socket = net.connect(Number(new URL(server.url).port), "localhost", () => socket.write(bytes));
      let heard = "";
      socket.on("data", (chunk) => {
        heard += chunk;
        socket.end();
      });
      socket.on("close", () => resolve(heard));
      socket.on("error", () => resolve(heard));
    });
    expect(said).toMatch(/^HTTP\/1\.1 4/);
  }
  expect((await ask(server.url, "/healthz")).status).toBe(200);
  expect(server.log.slice(before)).not.toMatch(/"status":5\d\d/);
});
