import { readCsv } from "#app/fieldwork/read-csv.ts";
import { expect, test } from "./fixtures.ts";
import { encode } from "./http.ts";
import { field, letter } from "./invited.ts";
import { researcherOf } from "./people.ts";
import { dump, readRows } from "./store.ts";

const payloads = [
  `<script>document.title='ran'</script>`,
  `"><img src=x onerror="document.title='ran'">`,
  `</script><svg onload=document.title='ran'>`,
  `=HYPERLINK("http://evil.example","x")`,
  `{{7*7}} \${7*7} '; drop table waves; --`,
];
/** What a page never contains of them as it stands: there it would be markup. */
const raw = ["<script>document.title", "<img src=x", "<svg onload"];
const quoted = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");

test("attack 1, 12: scripts in names of waves, doors, cohorts and quotas, in rosters, letters and offers stay text", async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(120_000);
  const file = server.databaseFile;
  const researcher = await researcherOf(server.url);
  const [second] = readRows(
    file,
    "waves",
    "number = 2 and study_id = (select id from studies where slug = 'demo')",
  );
  const [script = "", image = "", svg = "", formula = ""] = payloads;
  const made = await researcher.post(`${field}/waves/new`, {
    nameZh: script,
    nameEn: image,
    opens: "2026-01-01T08:00",
    closes: "2099-01-01T08:00",
    grace: "0",
    version: String(second?.version_id),
  });
  expect(made.status).toBe(303);
  const wave = String(made.headers.location);
  const table = `class,size,college\n${payloads.map((one) => quoted([one, "30", svg])).join("\n")}`;
  const checked = await researcher.post(`${wave}/import`, { table });
  expect((await researcher.post(`${wave}/import`, { table, go: "create" })).status).toBe(303);
  const listDoor = {
    kind: "list",
    nameZh: image,
    nameEn: script,
    variable0: "college",
    zh0: script,
    en0: formula,
  };
  const list = String((await researcher.post(`${wave}/new-door`, listDoor)).headers.location).split("?")[0];
  const quota = { first: "", second: "", door: "", most: "500", nameZh: script, nameEn: formula };
  expect((await researcher.post(`${wave}/quotas`, quota)).status).toBe(303);
  const roster = `email,name,${quoted([image])}\n${payloads.map((one, at) => quoted([`p${at}@example.org`, one, one])).join("\n")}`;
  const preview = await researcher.post(`${list}/invitations/import`, { csv: roster });
  expect((await researcher.post(`${list}/invitations/import`, { csv: roster, go: "import" })).status).toBe(
    303,
  );
  const looked = await researcher.post(`${list}/invitations/letter`, {
    ...letter(script, image),
    intent: "preview",
  });
  expect((await researcher.post(`${list}/invitations/letter`, letter(script, image))).status).toBe(303);
  for (const one of payloads) {
    const offer = { name: one.slice(0, 60), contact: one.slice(0, 120) };
    const refused = await researcher.post("/follow-up/demo", offer);
    for (const markup of raw) expect(refused.body).not.toContain(markup);
    expect((await researcher.post("/follow-up/demo", { ...offer, agreed: "yes" })).status).toBe(303);
  }
  const [message] = readRows(
    file,
    "mail_messages",
    "invitation_id = (select id from invitations where email = 'p0@example.org')",
  );
  const doors = readRows(file, "collectors", "name like '%document.title%' or name like '%HYPERLINK%'");
  expect(doors.length).toBeGreaterThan(payloads.length - 1);
  const slug = String(doors[0]?.slug);

  const pages = [
    wave,
    `${wave}/settings`,
    `${wave}/quotas`,
    `${wave}/targets?variable=cohort.class`,
    `${field}/doors/${slug}`,
    `${field}/doors/${slug}/settings`,
    `${list}/invitations`,
    `${list}/invitations/letter`,
    `${field}/outbox`,
    `${field}/outbox/${message?.id}`,
    `${field}/volunteers`,
    `${field}/waves`,
    `${field}?wave=all`,
    `${field}?wave=${wave.split("/").at(-1)}`,
    "/studio/demo",
    "/studio/demo/responses",
    "/studio/demo/results",
    `/s/${slug}`,
  ];
  // Without a browser: what a page says in either language is never markup of somebody else's.
  for (const address of pages)
    for (const lang of ["zh-CN", "en"]) {
      const { status, body } = await researcher.get(
        `${address}${address.includes("?") ? "&" : "?"}lang=${lang}`,
      );
      expect(status, address).toBe(200);
      for (const markup of raw) expect(body, `${address} ${lang}`).not.toContain(markup);
    }
  for (const { body } of [checked, preview, looked])
    for (const markup of raw) expect(body).not.toContain(markup);
  // With one: nothing runs, nothing is reported, and what was typed is there to read.
  const trouble: string[] = [];
  page.on("console", (one) => void (one.type() === "error" && trouble.push(one.text())));
  page.on("pageerror", (error) => trouble.push(String(error)));
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) => console.error(`CSP ${event.blockedURI}`)),
  );
  await context.addCookies([
    { name: "session", value: researcher.cookies.get("session") ?? "", url: server.url },
  ]);
  const shown: Record<string, string> = {
    [wave]: script,
    [`${list}/invitations`]: image,
    [`${field}/outbox/${message?.id}`]: script,
    [`${field}/volunteers`]: formula,
  };
  for (const [address, text] of Object.entries(shown)) {
    await page.goto(`${address}?lang=zh-CN`);
    await expect(page.getByText(text).first()).toBeAttached();
    expect(await page.title()).not.toBe("ran");
    expect(await page.locator('[href^="javascript:" i], [src="x"]').count()).toBe(0);
  }
  expect(trouble).toEqual([]);
  for (const format of ["pdf", "png"]) {
    const address = `${field}/doors/${slug}/poster?format=${format}&language=both`;
    const poster = await researcher.get(address, {
      "X-Forwarded-Host": "evil.example",
      Forwarded: "host=evil.example",
    });
    expect(poster.status).toBe(200);
    expect(poster.headers["content-disposition"]).toContain("attachment");
    expect(poster.body).not.toContain("evil.example");
  }
  for (const address of [`${field}/board.csv?wave=all`, `${wave}/doors.csv`]) {
    const { body } = await researcher.get(address);
    const cells = readCsv(body).flatMap(({ fields }) => fields);
    expect(cells.some((cell) => cell.includes("HYPERLINK"))).toBe(true);
    for (const cell of cells) expect(cell).not.toMatch(/^[\s　]*[=+@＝＋＠]/);
  }
});

test("attack 3, 11: garbage in the addresses of fieldwork is refused or harmless, and leads nowhere else", async ({
  server,
}) => {
  test.setTimeout(120_000);
  const researcher = await researcherOf(server.url);
  const garbage = [
    "' or 1=1 --",
    "%00",
    "../../etc/passwd",
    "__proto__",
    "-1",
    "9".repeat(400),
    "//evil.example",
  ];
  const list = `${field}/doors/yqbdn394/invitations`;
  const asked: Record<string, string[]> = {
    [field]: ["wave"],
    [`${field}/board.csv`]: ["wave"],
    [`${field}/quality`]: ["page"],
    [`${field}/volunteers`]: ["removed"],
    [`${field}/outbox`]: ["mailing", "state", "page", "done", "n"],
    [list]: ["search", "page", "done", "added"],
    [`${list}/letter`]: ["kind"],
    [`${field}/waves/2`]: ["made"],
    [`${field}/waves/2/quotas`]: ["quota"],
    [`${field}/waves/2/targets`]: ["variable"],
    [`${field}/doors/demo/poster`]: ["format", "language"],
    [`${field}/waves/2/posters`]: ["part"],
    "/studio/demo/results": ["f.wave", "g.wave", "f.cohort.class"],
    "/": ["code"],
    "/follow-up/demo": ["done", "lang"],
    "/s/demo/offline": ["lang"],
  };
  const paths = (one: string) => [
    `${field}/waves/${one}`,
    `${field}/waves/${one}/quotas`,
    `${field}/doors/${one}`,
    `${field}/doors/${one}/poster?format=png&language=en`,
    `${field}/outbox/${one}`,
    `/i/${one}`,
    `/i/${one}/unsubscribe`,
    `/follow-up/${one}`,
    `/s/${one}/offline`,
  ];
  const before = dump(server.databaseFile);
  const wrong: string[] = [];
  const look = async (address: string) => {
    const { status, headers, body } = await researcher.get(address);
    if (status >= 500 || /SQLITE|syntax error|at \w+ \(/.test(body)) wrong.push(`${status} ${address}`);
    if (!/^(\/(?!\/)|$)/.test(headers.location ?? "")) wrong.push(`${address} leads to ${headers.location}`);
  };
  for (const one of garbage) {
    const value = one.startsWith("%") ? one : encodeURIComponent(one);
    for (const [path, names] of Object.entries(asked))
      for (const name of names) await look(`${path}?${encodeURIComponent(name)}=${value}`);
    for (const path of paths(value)) await look(path);
  }
  // What people type as a code is matched with doors and never followed.
  for (const code of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/s/demo",
    `${server.url}/s/demo`,
  ]) {
    const { headers } = await researcher.get(`/?${encode({ code })}`);
    expect(["/s/demo", undefined], code).toContain(headers.location);
  }
  expect(wrong).toEqual([]);
  expect(dump(server.databaseFile)).toBe(before);
});
