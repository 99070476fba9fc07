import fs from "node:fs";
import { unguardText } from "#app/exports/cell.ts";
import { draftKey, newSecret, responseId } from "#app/fieldwork/phone-secret.server.ts";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expect, test } from "./fixtures.ts";
import { Client } from "./http.ts";
import { researcherOf } from "./people.ts";
import { dump, ofStudents, readRows, write } from "./store.ts";
import { codeIn, hurryToLastPage } from "./survey.ts";

const payloads = [
  `<script>document.title='ran'</script>`,
  `"><img src=x onerror="document.title='ran'">`,
  `</script><svg onload=document.title='ran'>`,
  `javascript:document.title='ran'`,
  `'; drop table responses; --`,
  `{{7*7}} \${7*7} <%= 7*7 %>`,
  `</textarea><iframe srcdoc="<script>top.document.title='ran'</script>">`,
  `\u2028<a href="javascript:document.title='ran'">x</a>\u0000`.replace("\0", ""),
];

/** Sends one survey of somebody preparing for a certificate. @returns the response's id */
async function sendWords(base: string, certificate: string, words: string): Promise<string> {
  const secret = newSecret();
  const client = new Client(base);
  await client.post("/s/demo", { CON01: "yes", CON02: "yes", secret });
  const pages = [
    ["about", { SCR01: "preparing", BG01: "hvc" }],
    ["certificate", { BG06: certificate }],
    ..."preparation curriculum career overall transition".split(" ").map((page) => [page, {}]),
    ["words", { OPS01: words }],
  ] as [string, Record<string, string>][];
  let last = "";
  for (const [page, fields] of pages)
    last = (await client.post(`/s/demo/${page}`, { ...fields, go: "next" })).body;
  expect(codeIn(last)).toBeDefined();
  return responseId(secret);
}

test("attack 1: scripts in every answer are shown as typed, on every page, and nothing runs", async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(60_000);
  const trouble: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("dialog", (dialog) => trouble.push(dialog.message()));
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) => console.error(`CSP ${event.blockedURI}`)),
  );
  const researcher = await researcherOf(server.url);
  await context.addCookies([
    { name: "session", value: researcher.cookies.get("session") ?? "", url: server.url },
  ]);
  const ids: string[] = [];
  for (const payload of payloads)
    ids.push(await sendWords(server.url, payload.slice(0, 120), `voice ${payload}`));

  for (const [index, payload] of payloads.entries()) {
    await page.goto(`/studio/demo/responses/${ids[index]}`);
    await expect(page.getByText(`voice ${payload}`.trim(), { exact: true })).toBeVisible();
    const certificate = payload.slice(0, 120).replace(/\s+/g, " ").trim();
    await expect(page.getByText(certificate).first()).toBeVisible();
    expect(await page.title()).not.toBe("ran");
  }
  const queries = payloads.map((payload) => `q=OPS01&find=${encodeURIComponent(payload.slice(0, 60))}`);
  for (const query of ["q=OPS01", ...queries]) {
    await page.goto(`/studio/demo/voices?${query}`);
    expect(await page.title()).not.toBe("ran");
    expect(await page.locator('[href^="javascript:" i]').count()).toBe(0);
  }
  // What is typed into a student's own page comes back as text there, too.
  const student = await context.newPage();
  await student.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) => console.error(`CSP ${event.blockedURI}`)),
  );
  student.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  const secret = newSecret();
  await hurryToLastPage(server.url, "demo", secret);
  await context.addCookies([{ name: "draft", value: secret, url: `${server.url}/s/demo` }]);
  for (const payload of payloads) {
    await new Client(server.url, { draft: secret }).post("/s/demo/words", { OPS01: payload, go: "save" });
    await student.goto("/s/demo/words");
    await expect(student.getByRole("textbox").last()).toHaveValue(payload.trim());
    expect(await student.title()).not.toBe("ran");
  }
  expect(trouble).toEqual([]);
});

test("attack 12: exported words hold no formula, and come back exactly as typed", async ({ server }) => {
  const formulas = [
    "=1+1",
    '=HYPERLINK("http://evil.example","x")',
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "＋1",
    "  =1",
    "first line\n=second line",
    "'=already",
    '"=quoted"',
    "a,=b",
  ];
  const ids = new Map<string, string>();
  // Spaces at either end are cut off as any typed answer's are; in front of a formula they would hide it.
  for (const words of formulas) ids.set(await sendWords(server.url, words, words), words.trim());
  const researcher = await researcherOf(server.url);
  for (const labels of ["codes", "zh-CN", "en"]) {
    const file = await researcher.get(`/studio/demo/exports/responses.csv?labels=${labels}`);
    expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(file.headers["content-disposition"]).toContain("attachment");
    expect(file.body.startsWith("\ufeff")).toBe(true);
    const [head, ...rows] = readCsv(file.body).map(({ fields }) => fields);
    const column = (name: string) => head?.indexOf(name) ?? -1;
    expect(rows.length).toBe(readRows(server.databaseFile, "responses", ofStudents).length);
    const dangerous: string[] = [];
    for (const cells of rows)
      for (const cell of cells)
        for (const line of cell.split(/\r\n|\r|\n/))
          if (/^[\s\u3000]*[=+\-@＝＋－＠]/.test(line) && Number.isNaN(Number(line))) dangerous.push(line);
    expect(dangerous).toEqual([]);
    const byId = new Map(rows.map((cells) => [cells.find((cell) => ids.has(cell)), cells]));
    for (const [id, words] of ids) {
      const cell = byId.get(id)?.[column("OPS01")] ?? "";
      expect(unguardText(cell)).toBe(words);
    }
  }
});

test("attack 3: garbage in an address is refused or harmless, never an error of ours", async ({ server }) => {
  test.setTimeout(120_000);
  const researcher = await researcherOf(server.url);
  const garbage = [
    "'",
    "' or 1=1 --",
    '"; drop table responses; --',
    "$.answers[0]",
    "%",
    "_",
    "%00",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    "NaN",
    "-1",
    "1e999",
    "9".repeat(400),
    "x".repeat(6000),
    "%F0%9F%98%80",
    "%ED%A0%80",
    "[]",
    "{}",
  ];
  const names = {
    "/studio/demo/results": ["f.BG01", "g.BG01", "f.__proto__", "f.", "order", "compare", "lang", "f.BG01[]"],
    "/studio/demo/voices": ["q", "find", "by", "after", "f.BG01", "lang"],
    "/studio/demo/responses": ["door", "day", "language", "state", "after", "before", "sort", "page", "lang"],
    "/studio/demo/exports/responses.csv": ["labels", "f.BG01"],
    "/studio/demo/qr": ["door", "format", "as"],
    "/studio/demo": ["lang", "_data2", "door"],
    "/studio/demo/releases": ["lang", "after"],
    "/p/demo": ["lang", "f.BG01", "_routes"],
    "/s/demo": ["lang", "page"],
    "/s/demo/catalogue": ["q", "lang"],
    "/withdraw": ["lang", "code"],
    "/studio/sign-in": ["to", "lang"],
  };
  const before = dump(server.databaseFile);
  const broken: string[] = [];
  for (const [path, parameters] of Object.entries(names))
    for (const [at, name] of parameters.entries())
      for (const [number, value] of garbage.entries()) {
        // Every value to every page; where it takes many parameters, each value to every third of them.
        if (parameters.length > 3 && (number + at) % 3 > 0) continue;
        const given = `${encodeURIComponent(name)}=${value.startsWith("%") ? value : encodeURIComponent(value)}`;
        // Once, and for some twice where one is expected.
        const query = /^['_[{]/.test(value) ? `${given}&${given}` : given;
        const { status, body } = await researcher.get(`${path}?${query}`);
        if (status >= 500 || /SQLITE|syntax error|at \w+ \(/.test(body))
          broken.push(`${path}?${query}: ${status}`);
      }
  expect(broken).toEqual([]);
  expect(dump(server.databaseFile)).toBe(before);
  const refused = [
    "/studio/demo/results?f.NOPE=1",
    "/studio/demo/results?f.BG01=nope",
    "/studio/demo/responses?state=x",
  ];
  for (const path of refused) expect((await researcher.get(path)).status, path).toBe(400);
});

test("attack 7: what no page offers is refused or ignored, and never stored", async ({ server }) => {
  const secret = newSecret();
  const client = new Client(server.url);
  await client.post("/s/demo", { CON01: "yes", secret, CUR01: "5", excluded: "1", study_id: "x" });
  const about = (fields: Record<string, string | string[]>) =>
    client.post("/s/demo/about", { SCR01: "none", go: "next", ...fields });
  const refused: Record<string, string | string[]>[] = [
    { BG01: "no-such-option" },
    { BG01: ["hvc", "sec"] },
    { BG01: "__proto__" },
    { SCR01: "constructor" },
    { SCR01: "" },
  ];
  for (const wrong of refused) expect((await about(wrong)).status, JSON.stringify(wrong)).toBe(400);
  const extra = {
    BG01: "hvc",
    CUR01: "5",
    EXM01: "1",
    NOPE: "x",
    __proto__x: "x",
    id: "x",
    received_on: "1999-01-01",
  };
  expect((await about({ ...extra, language: "en", seed: "1", presented: "[]" })).status).toBe(303);
  const [draft] = readRows(server.databaseFile, "drafts", "key_hash = ?", draftKey(secret));
  const kept = Object.keys(JSON.parse(String(draft?.answers))).sort();
  expect(kept).toEqual(["BG01", "BG02", "BG03", "BG04", "BG14", "CON01", "CON02", "SCR01"]);
  // Pages that routing hides take nothing, however they are asked.
  const hidden = await client.post("/s/demo/curriculum", { CUR01: "5", go: "next" });
  expect(hidden.status).toBe(303);
  expect(hidden.headers.location).not.toMatch(/curriculum|exam/);
  for (const NP01 of [["no-such-reason"], ["cost", "__proto__"]])
    expect((await client.post("/s/demo/reasons", { NP01, go: "next" })).status).toBe(400);
  await client.post("/s/demo/reasons", { NP01: ["cost", "cost"], go: "next" });
  const tooLong = await client.post("/s/demo/words", { OPS01: "长".repeat(1001), go: "next" });
  expect(tooLong.status).toBe(400);
  // Nothing typed is thrown away: the page that refuses it shows it again.
  expect(tooLong.body).toContain("长".repeat(1001));
  const done = await client.post("/s/demo/words", { OPS01: "好", OPC01: "not asked of me", go: "next" });
  expect(codeIn(done.body)).toBeDefined();
  const [row] = readRows(server.databaseFile, "responses", "id = ?", responseId(secret));
  expect(JSON.parse(String(row?.answers))).toMatchObject({ SCR01: "none", BG01: "hvc", NP01: ["cost"] });
  expect(JSON.parse(String(row?.words))).toEqual({ OPS01: "好" });
  for (const never of ["CUR01", "EXM01", "NOPE", "OPC01"])
    expect(JSON.stringify(row), never).not.toContain(`"${never}"`);
  expect(row).toMatchObject({ excluded: 0, language: "zh-CN" });
  expect(String(row?.received_on)).not.toBe("1999-01-01");

  // Scale points that are none, and N/A where it is not offered.
  const scale = newSecret();
  const rater = new Client(server.url);
  await rater.post("/s/demo", { CON01: "yes", secret: scale });
  await rater.post("/s/demo/about", { SCR01: "preparing", go: "next" });
  for (const page of ["certificate", "preparation"]) await rater.post(`/s/demo/${page}`, { go: "next" });
  for (const CUR01 of ["0", "6", "98", "99", "97", "3.5", "1e0x", "-1", "Infinity", ["1", "2"]])
    expect((await rater.post("/s/demo/curriculum", { CUR01, go: "next" })).status, String(CUR01)).toBe(400);
  expect(
    (await rater.post("/s/demo/preparation", { BG13: ["skill", "job", "req", "credit"], go: "next" })).status,
  ).toBe(400);
});

test("attack 7: another phone's secret in the wrong shape is no secret", async ({ server }) => {
  const before = readRows(server.databaseFile, "drafts").length;
  const { headers } = await new Client(server.url).post("/s/demo", { CON01: "yes", secret: "1234" });
  expect(headers["set-cookie"]?.[0]).toMatch(/^draft=[0-9a-f]{32};/);
  expect(readRows(server.databaseFile, "drafts").length).toBe(before + 1);
});

test("attack 15: neither database, write-ahead log nor server log can tie an answer to a person", async ({
  server,
}) => {
  const agent = "Mozilla/5.0 (a phone nobody else has)";
  const address = "203.0.113.77";
  const secret = newSecret();
  const client = await hurryToLastPage(server.url, "demo", secret);
  const told = {
    "User-Agent": agent,
    "X-Forwarded-For": address,
    Referer: `${server.url}/s/demo/words?from=class-7b`,
  };
  const words = "这句话只在答卷里";
  const sent = await client.post("/s/demo/words?utm=class-7b", { OPS01: words, go: "next" }, told);
  const code = codeIn(sent.body) ?? "";
  const researcher = await researcherOf(server.url);
  const session = researcher.cookies.get("session") ?? "";

  const files = [server.databaseFile, `${server.databaseFile}-wal`].filter((file) => fs.existsSync(file));
  expect(files).toHaveLength(2);
  const bytes = Buffer.concat(files.map((file) => fs.readFileSync(file)));
  expect(bytes.includes(words)).toBe(true);
  const never = {
    agent,
    address,
    secret,
    code,
    plainCode: code.replaceAll("-", ""),
    session,
    from: "class-7b",
  };
  for (const [what, text] of Object.entries({ ...never, password: demoAccounts.researcher.password }))
    expect(bytes.includes(text), `${what} in the database`).toBe(false);
  for (const [what, text] of Object.entries({ ...never, words, "127.0.0.1": "127.0.0.1", "::1": "::1" }))
    expect(server.log.includes(text), `${what} in the log`).toBe(false);
  expect(server.log).toContain('"path":"/s/demo/words"');
  // How long each page took is kept to a tenth of a second: exact times in the log would find the answer by it.
  expect(server.log).not.toMatch(/T\d\d:\d\d:\d\d/);

  const everything = [
    ...readRows(server.databaseFile, "responses", "id = ?", responseId(secret)),
    ...readRows(server.databaseFile, "drafts"),
    ...readRows(server.databaseFile, "withdrawals"),
  ];
  expect(everything.length).toBeGreaterThan(0);
  for (const row of everything)
    expect(JSON.stringify(row), "a time of day").not.toMatch(/\d{1,2}:\d{2}|\d{4}-\d\d-\d\dT/);
  // The draft's name and the response's have nothing in common, and the draft is gone.
  expect(readRows(server.databaseFile, "drafts", "key_hash = ?", draftKey(secret))).toEqual([]);
  expect(JSON.stringify(everything[0])).not.toContain(draftKey(secret));

  const tables = write(server.databaseFile, (database) =>
    database.prepare("select name, sql from sqlite_master where type = 'table'").all(),
  ) as { name: string; sql: string }[];
  for (const { name, sql } of tables) {
    expect(sql, name).not.toMatch(/autoincrement/i);
    // Rows lie in the order of random keys: the file does not know who came first.
    if (["responses", "drafts", "withdrawals"].includes(name)) expect(sql, name).toMatch(/without rowid/i);
    if (["responses", "withdrawals"].includes(name)) expect(sql, name).not.toMatch(/account|draft|session/);
  }
});
