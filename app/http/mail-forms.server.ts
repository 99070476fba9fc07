import { z } from "zod";
import { letterLimits } from "#app/fieldwork/letter.ts";

/** What the pages of lists and mail may be asked. Messages are keys of their problems. */
const id = z.string().regex(/^[\w.-]{1,64}$/, "unknown");
const page = z.coerce.number().int().min(1).max(10_000).default(1).catch(1);

export const peopleQuery = z.object({
  search: z.string().max(100).optional().catch(undefined),
  page,
  done: z.enum(["saved", "changed", "tooLate"]).optional().catch(undefined),
  added: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
  left: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
});

/** Changes to a list. */
export const peopleForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("remove"), person: id }),
    z.object({ intent: z.literal("mark"), person: id }),
    z.object({ intent: z.literal("unmark"), person: id }),
    z.object({ intent: z.literal("until"), until: z.iso.date("badDay") }),
    z.object({ intent: z.literal("erase"), agree: z.literal("yes", "notAgreed") }),
  ],
  "unknown",
);

const box = z.string().max(letterLimits.body * 2);
export const letterForm = z.object({
  intent: z.enum(["preview", "send"], "unknown"),
  "subject.zh-CN": box,
  "subject.en": box,
  "body.zh-CN": box,
  "body.en": box,
});

export const letterKind = z.enum(["invitation", "reminder"]).catch("invitation");

export const outboxQuery = z.object({
  mailing: id.optional().catch(undefined),
  state: z
    .enum(["queued", "sending", "sent", "failed", "refused", "unsure", "cancelled"])
    .optional()
    .catch(undefined),
  page,
  done: z.enum(["queued", "changed"]).optional().catch(undefined),
  n: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
});

export const outboxForm = z.object({
  intent: z.enum(["pause", "resume", "cancel", "retry-failed", "retry-unsure"], "unknown"),
  mailing: id,
  message: id.optional(),
});

/** An address's query without its empty parts, which forms send for what was left alone. */
export const queryOf = (request: Request) =>
  Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));
