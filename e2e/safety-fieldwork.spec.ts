import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { newSecret, responseId } from "#app/fieldwork/phone-secret.server.ts";
import { getProjectNode, projectEnvironment, root } from "../scripts/lib/runtime.mjs";
import { expect, test } from "./fixtures.ts";
import { ask, Client } from "./http.ts";
import { addList, field, invite, letter } from "./invited.ts";
import { everyAsker, researcherOf } from "./people.ts";
import { dump, newId, readRows, write } from "./store.ts";
import { codeIn, hurryToLastPage } from "./survey.ts";

test("attack 5: waves, doors, quotas, letters and volunteers of another study are out of reach, with bodies that would work", async ({
  server,
}) => {
  const file = server.databaseFile;
  const { askers, study } = await everyAsker(server.url, file);
  const { researcher, reader, stranger, anonymous } = askers;
  const slug = addList(file);
  const { message, mailing } = await invite(researcher, file, slug, "foreign@example.org");
  await anonymous.post("/follow-up/demo", { name: "林晓", contact: "lin@example.org", agreed: "yes" });
  const [volunteer] = readRows(file, "volunteers", "contact = 'lin@example.org'");
  const quota = { first: "BG01=hvc", second: "", door: "demo", most: "50", nameZh: "配额", nameEn: "" };
  expect((await researcher.post(`${field}/waves/2/quotas`, quota)).status).toBe(303);
  const [kept] = readRows(file, "quotas", "name like '%配额%'");
  const [invitation] = readRows(file, "invitations", "email = 'foreign@example.org'");
  // The other study has a first wave and a door of its own: numbers are the same, and nothing else is.
  const wave = newId();
  const door = `own-${newId().slice(0, 6)}`;
  write(file, (database) => {
    database
      .prepare(
        `insert into waves (id, study_id, version_id, number, name, opens_at, closes_at, grace_minutes, paused)
         select ?, s.id, w.version_id, w.number, w.name, w.opens_at, w.closes_at, 0, 0 from waves w, studies s
         where s.slug = ? and w.number = 2 and w.study_id = (select id from studies where slug = 'demo')`,
      )
      .run(wave, study);
    database
      .prepare("insert into collectors (id, wave_id, slug, name, cohort) values (?, ?, ?, ?, '{}')")
      .run(newId(), wave, door, '{"zh-CN":"门","en":"Door"}');
  });
  const changes = (room: string): [string, Record<string, string>, number][] => [
    [`${room}/doors/${slug}`, { intent: "close" }, 404],
    [`${room}/doors/${slug}/settings`, { intent: "remove" }, 404],
    [`${room}/doors/${slug}/invitations?index`, { intent: "erase", agree: "yes" }, 404],
    [`${room}/doors/${slug}/invitations?index`, { intent: "mark", person: String(invitation?.id) }, 404],
    [`${room}/doors/${slug}/invitations/import`, { csv: "email\nmine@example.org", go: "import" }, 404],
    [`${room}/doors/${slug}/invitations/letter?kind=reminder`, letter("s", "b"), 404],
    [`${room}/outbox?index`, { intent: "cancel", mailing }, 404],
    [`${room}/outbox?index`, { intent: "cancel", mailing, message }, 404],
    [`${room}/outbox/${message}`, {}, 404],
    [`${room}/waves/2/quotas`, { ...quota, id: String(kept?.id), most: "1" }, 404],
    [`${room}/waves/2/quotas`, { id: String(kept?.id), intent: "delete" }, 404],
    // A wave of one's own with a door of somebody else's.
    [`${room}/waves/2/quotas`, { ...quota, door: slug }, 400],
    // Deleting what is not there is no error, and deletes nothing.
    [`${room}/volunteers`, { intent: "delete", id: String(volunteer?.id) }, 303],
  ];
  const before = dump(file);
  for (const [url, body, status] of changes(`/studio/${study}/fieldwork`))
    expect((await stranger.post(url, body)).status, url).toBe(status);
  for (const [url, body] of changes(field)) {
    expect((await stranger.post(url, body)).status, url).toBe(404);
    expect((await reader.post(url, body)).status, url).toBe(403);
    expect((await anonymous.post(url, body)).headers.location, url).toMatch(/^\/studio\/sign-in/);
  }
  expect(dump(file)).toBe(before);
  const own = `/studio/${study}/fieldwork`;
  for (const url of [
    `${own}/doors/${slug}`,
    `${own}/doors/${slug}/settings`,
    `${own}/doors/${slug}/poster?format=png&language=en`,
    `${own}/doors/${slug}/invitations`,
    `${own}/doors/${slug}/invitations/letter`,
    `${own}/outbox/${message}`,
  ]) {
    expect((await stranger.get(url)).status, url).toBe(404);
    expect((await stranger.get(`${url.split("?")[0]}.data`)).status, url).toBe(404);
  }
  for (const page of ["", "/outbox", "/volunteers", "/waves", "/quality", "/waves/2", "/board.csv"])
    expect((await stranger.get(own + page)).body, page).not.toMatch(/foreign@example|lin@example|林晓/);
  // The control: from where they belong, the same bodies do change something.
  for (const [url, body] of changes(field).filter(([one]) => /outbox\?|volunteers/.test(one)))
    expect((await researcher.post(url, body)).status, url).toBe(303);
  expect(readRows(file, "volunteers", "contact = 'lin@example.org'")).toEqual([]);
  expect(readRows(file, "mail_messages", "id = ?", message)).toMatchObject([{ state: "cancelled" }]);
});

test("attack 18: scanners and previews change nothing; only the one-click way out takes a form from nowhere", async ({
  server,
}) => {
  const file = server.databaseFile;
  const researcher = await researcherOf(server.url);
  const slug = addList(file);
  const { token } = await invite(researcher, file, slug, "scanned@example.org");
  const link = `/i/${token}`;
  const before = dump(file);
  for (const method of ["GET", "HEAD"])
    for (const path of [link, `${link}/unsubscribe`, `${link}?x=1`, `/s/${slug}`, `/follow-up/${slug}`])
      for (const agent of ["Mozilla/5.0", "Microsoft-SafeLinks", "WhatsApp/2"]) {
        const headers = { "User-Agent": agent, Purpose: "prefetch" };
        expect((await ask(server.url, path, { method, headers })).status, path).toBeLessThan(404);
      }
  const evil = { Origin: "https://evil.example", "Content-Type": "application/x-www-form-urlencoded" };
  const post = (path: string, method = "POST") =>
    ask(server.url, path, { method, headers: evil, body: "List-Unsubscribe=One-Click" });
  for (const path of [
    link,
    `${link}/unsubscribe/`,
    `${link}/unsubscribe.data`,
    `${link}/unsubscribe?_data=routes/i.$token_.unsubscribe`,
    `/i/${token.slice(1)}/unsubscribe`,
    `/i/x/../${token}/unsubscribe`,
    `/follow-up/${slug}`,
    `/s/${slug}`,
  ])
    expect((await post(path)).status, path).toBe(403);
  for (const method of ["PUT", "DELETE", "PATCH"])
    expect((await post(`${link}/unsubscribe`, method)).status, method).toBe(403);
  expect(dump(file)).toBe(before);
  expect((await post(`${link}/unsubscribe`)).status).toBe(200);
  expect(readRows(file, "invitations", "email = 'scanned@example.org'")).toMatchObject([
    { opted_out: 1, spent_by: null },
  ]);
  // Whoever wants no letters may still answer.
  expect((await ask(server.url, link)).headers.location).toBe(`/s/${slug}`);
  // And no log can be used in anybody's place.
  expect(server.log).not.toContain(token);
});

test("a list's survey, kept for offline, is for those invited, and holds nobody's answers", async ({
  server,
}) => {
  const file = server.databaseFile;
  const researcher = await researcherOf(server.url);
  const slug = addList(file);
  const { token } = await invite(researcher, file, slug, "offline@example.org");
  const uninvited = await ask(server.url, `/s/${slug}/offline`);
  expect(uninvited.status).toBe(403);
  expect(uninvited.body).not.toContain('id="BG01"');
  const forged = await ask(server.url, `/s/${slug}/offline`, {
    headers: { Cookie: "invite=AAAAAAAAAAAAAAAAAAAAAA" },
  });
  expect(forged.status).toBe(403);
  const secret = newSecret();
  const student = new Client(server.url);
  await student.get(`/i/${token}`);
  await hurryToLastPage(server.url, slug, secret, student);
  await student.post(`/s/${slug}/words`, { OPS01: "这句话只在答卷里", go: "save" });
  const kept = await student.get(`/s/${slug}/offline`);
  expect(kept.status).toBe(200);
  expect(kept.headers["cache-control"]).toBe("no-store");
  expect(kept.body).toContain('id="BG01"');
  for (const never of ["这句话只在答卷里", secret, token, "offline@example.org"])
    expect(kept.body, never).not.toContain(never);
});

test("attack 15: an invitation, its answers and an offer share nothing, in the store, its log, a backup and the server's log", async ({
  server,
}) => {
  const file = server.databaseFile;
  const researcher = await researcherOf(server.url);
  const slug = addList(file);
  const email = "joined@example.org";
  const { token } = await invite(researcher, file, slug, email, "连不上的人");
  const secret = newSecret();
  const student = new Client(server.url);
  await student.get(`/i/${token}`);
  await hurryToLastPage(server.url, slug, secret, student);
  const words = "只有答卷里才有的话";
  const code = codeIn((await student.post(`/s/${slug}/words`, { OPS01: words, go: "next" })).body) ?? "";
  expect(code).not.toBe("");
  const offer = { name: "愿意聊聊", contact: "talk@example.org", agreed: "yes" };
  expect((await student.post(`/follow-up/${slug}`, offer)).status).toBe(303);

  const response = readRows(file, "responses", "id = ?", responseId(secret));
  const invitation = readRows(file, "invitations", "email = ?", email);
  const links = readRows(file, "invitation_links", "invitation_id = ?", invitation[0]?.id);
  const letters = readRows(file, "mail_messages", "invitation_id = ?", invitation[0]?.id);
  const volunteer = readRows(file, "volunteers", "contact = ?", offer.contact);
  for (const rows of [response, invitation, links, letters, volunteer]) expect(rows).not.toEqual([]);
  expect(invitation[0]?.spent_by).not.toBeNull();
  // The door and the study are the same for all of its people, and stand for nobody.
  const { collector_id, study_id, wave_id, version_id } = response[0]!;
  const common = new Set([collector_id, study_id, wave_id, version_id].map(String));
  const keys = (rows: unknown[]) =>
    new Set((JSON.stringify(rows).match(/[\w@.-]{8,}/g) ?? []).filter((one) => !common.has(one)));
  const values = (rows: object[]) => keys(rows.map(Object.values));
  const [answers, person, offered] = [
    values(response),
    values([...invitation, ...links, ...letters]),
    values(volunteer),
  ];
  for (const one of answers) expect([person.has(one), offered.has(one)], one).toEqual([false, false]);
  for (const one of person) expect(offered.has(one), one).toBe(false);
  expect(JSON.stringify([response, invitation, volunteer])).not.toMatch(/\d{2}:\d{2}|\b1[5-9]\d{8,11}\b/);

  const copy = `${file}.copy`;
  execFileSync(getProjectNode(), ["scripts/backup.ts", copy], {
    cwd: root,
    env: projectEnvironment({ DATABASE_URL: file }),
  });
  const bytes = [file, `${file}-wal`, copy].map((one) => fs.readFileSync(one));
  fs.rmSync(copy);
  expect(bytes[2]?.includes(words)).toBe(true);
  for (const [at, one] of bytes.entries())
    for (const never of [token, secret, code, code.replaceAll("-", "")])
      expect(one.includes(never), `${never} in file ${at}`).toBe(false);
  for (const never of [token, secret, code, words, email, offer.contact, "连不上的人"])
    expect(server.log.includes(never), never).toBe(false);
});
