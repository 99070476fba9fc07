import { z } from "zod";
import { disclosures } from "#app/results/policy.ts";
import { setDisclosure } from "#db/queries/disclosure.server.ts";
import { connection } from "./db.server.ts";
import { parseForm, type Refused } from "./forms.server.ts";

const disclosureForm = z.object({
  disclosure: z.enum(disclosures, "unknown"),
  reason: z.string("required").trim().min(1, "required").max(500, "tooLong"),
});

/** Changes how closely a study's numbers are told. @returns what was wrong with the form, or undefined */
export async function changeDisclosure(
  studyId: string,
  accountId: string,
  form: FormData,
): Promise<Refused | undefined> {
  const parsed = parseForm(disclosureForm, form);
  if (!parsed.ok) return parsed.refused;
  const now = new Date().toISOString();
  const changed = await connection().commit((trx) =>
    setDisclosure(trx, { studyId, accountId, now, ...parsed.data }),
  );
  return changed ? undefined : { values: parsed.data, errors: { disclosure: "same" } };
}
