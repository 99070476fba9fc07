import { expect, test } from "vitest";
import type { MailingSummary } from "#db/queries/mailings.server.ts";
import { shownMailing } from "./mail-outbox.server.ts";

const none = { queued: 0, sending: 0, sent: 0, failed: 0, refused: 0, unsure: 0, cancelled: 0 };
const reminder = (counts: Partial<typeof none>, paused = 0): MailingSummary => ({
  id: "m",
  kind: "reminder",
  subject: { "zh-CN": "题", en: "Subject" },
  createdAt: "2026-11-22T00:00:00.000Z",
  by: "R",
  door: { slug: "list", name: { "zh-CN": "名单", en: "List" } },
  counts: { ...none, ...counts },
  paused,
});

test("a reminder to nobody looks like one to a single person, and to nine, at every moment", () => {
  const nobody = shownMailing(reminder({}));
  const others = [
    reminder({ queued: 1 }),
    reminder({ queued: 1 }, 1),
    reminder({ sending: 1 }),
    reminder({ sent: 9 }),
    reminder({ cancelled: 1 }),
  ];
  for (const one of others) expect(shownMailing(one)).toEqual(nobody);
  expect(Object.values(nobody.counts)).not.toContain(1);
});

test("ten tell how far they are, in whole steps", () => {
  const shown = shownMailing(reminder({ queued: 14, sent: 3 }));
  expect(shown.counts).toMatchObject({ queued: 10, sending: 0, sent: null, cancelled: 0 });
  expect(shown).toMatchObject({ moving: true, halted: false });
});

test("an invitation says exactly how far it is", () => {
  const shown = shownMailing({ ...reminder({ queued: 3, sent: 4 }), kind: "invitation" });
  expect(shown.counts).toMatchObject({ queued: 3, sent: 4, cancelled: 0 });
});
