import { expect } from "@playwright/test";
import type { Client } from "./http.ts";
import { addDoor, readRows, write } from "./store.ts";

export const field = "/studio/demo/fieldwork";
const quoted = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");

/** A list's door of the demo study that is open now. */
export function addList(file: string): string {
  const slug = addDoor(file, "list");
  write(file, (database) => database.prepare("update collectors set kind = 'list' where slug = ?").run(slug));
  return slug;
}

/** A letter that may be sent. */
export const letter = (subject: string, body: string) => ({
  intent: "send",
  "subject.zh-CN": subject,
  "subject.en": subject,
  "body.zh-CN": `${body} {name} {link} {unsubscribe}`,
  "body.en": `${body} {name} {link} {unsubscribe}`,
});

/** Somebody on a list, with a letter in the outbox and a working link. */
export async function invite(researcher: Client, file: string, slug: string, email: string, name = "") {
  const room = `${field}/doors/${slug}/invitations`;
  const csv = `email,name\n${quoted([email, name])}`;
  expect((await researcher.post(`${room}/import`, { csv, go: "import" })).status).toBe(303);
  expect((await researcher.post(`${room}/letter`, letter("subject", "body"))).status).toBe(303);
  const [message] = readRows(
    file,
    "mail_messages",
    "invitation_id = (select id from invitations where email = ?)",
    email,
  );
  const shown = await researcher.post(`${field}/outbox/${message?.id}`, {});
  const [, token = ""] = /\/i\/([\w-]{22})/.exec(shown.body) ?? [];
  expect(token).not.toBe("");
  return { token, message: String(message?.id), mailing: String(message?.mailing_id) };
}
