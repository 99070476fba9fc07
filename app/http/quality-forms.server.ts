import { z } from "zod";
import { type Thresholds, usualThresholds } from "#app/fieldwork/quality-flags.ts";
import { thresholdFields } from "#app/fieldwork/quality-thresholds.ts";
import { decideOnResponses } from "#db/queries/decisions.server.ts";
import { setThresholds, takeBackExclusions } from "#db/queries/quality.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { connection } from "./db.server.ts";
import { parseForm, type Refused } from "./forms.server.ts";
import { judgedColumns, listSuspects } from "./quality.server.ts";

const reason = z.string("required").trim().min(1, "required").max(500, "tooLong");
const thresholdsForm = z.object({ ...thresholdFields, why: reason });
const usualForm = z.object({ why: reason });
const exclusionForm = z.object({
  scope: z.enum(["ticked", "all"], "unknown"),
  /** How many suspects the page showed: who takes all of them takes those and no others. */
  total: z.coerce.number("unknown").int("unknown"),
  reason,
});
const takeBackForm = z.object({
  by: z.string("unknown").min(1, "unknown").max(64, "unknown"),
  decidedAt: z.iso.datetime("unknown"),
});

interface Asking {
  study: MemberStudy;
  accountId: string;
  form: FormData;
  /** The instrument whose suspects the page shows. */
  instrument: string | undefined;
}

/**
 * What the quality page's forms ask for. Each writes in one transaction and leaves a decision with a person and a
 * reason. @returns the part of the page to go back to, or what was wrong with the form
 */
export async function changeQuality(asking: Asking): Promise<string | Refused> {
  switch (asking.form.get("intent")) {
    case "thresholds":
      return moveThresholds(asking, thresholdsForm);
    case "usual":
      return moveThresholds(asking, usualForm);
    case "exclude":
      return excludeSuspects(asking);
    case "take-back":
      return takeBack(asking);
    default:
      return { values: {}, errors: { intent: "unknown" } };
  }
}

async function moveThresholds(
  { study, accountId, form }: Asking,
  schema: z.ZodType<{ why: string } & Partial<Thresholds>>,
): Promise<string | Refused> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.refused;
  const { why, ...given } = parsed.data;
  const thresholds = { ...usualThresholds, ...given };
  await connection().commit((trx) =>
    setThresholds(trx, { studyId: study.id, accountId, thresholds, reason: why, now: now() }),
  );
  return "indices";
}

/** Only responses that are suspect at this moment are excluded here; any other is decided on its own page. */
async function excludeSuspects({ study, accountId, form, instrument }: Asking): Promise<string | Refused> {
  const parsed = parseForm(exclusionForm, form);
  if (!parsed.ok) return parsed.refused;
  const { scope, total, reason } = parsed.data;
  const refused = (errors: Refused["errors"]): Refused => ({
    values: { intent: "exclude", scope, reason },
    errors,
  });
  const judged = await judgedColumns(study, instrument);
  const suspects = judged ? listSuspects(judged).map((one) => one.id) : [];
  const ticked = new Set(form.getAll("response"));
  const responseIds = scope === "all" ? suspects : suspects.filter((id) => ticked.has(id));
  if (scope === "all" && suspects.length !== total) return refused({ scope: "changed" });
  if (responseIds.length === 0) return refused({ scope: "nothingTicked" });
  await connection().commit((trx) =>
    decideOnResponses(trx, {
      ...{ studyId: study.id, accountId, action: "exclude", reason, now: now(), responseIds },
    }),
  );
  return "exclusions";
}

async function takeBack({ study, accountId, form }: Asking): Promise<string | Refused> {
  const parsed = parseForm(takeBackForm, form);
  if (!parsed.ok) return parsed.refused;
  const { by, decidedAt } = parsed.data;
  await connection().commit((trx) =>
    takeBackExclusions(trx, {
      ...{ studyId: study.id, accountId, batch: { accountId: by, decidedAt }, now: now() },
    }),
  );
  return "exclusions";
}

const now = () => new Date().toISOString();
