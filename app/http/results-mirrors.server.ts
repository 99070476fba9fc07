import { itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { Text } from "#app/locales/language.ts";
import { cutOf } from "#app/results/cut.ts";
import { mirrorSide } from "#app/results/mirror-view.ts";
import { type MirrorSide, mirrorEachOther, type Respondent, setSideBySide } from "#app/results/mirrors.ts";
import type { MirrorsPage } from "#app/ui/results/mirrors-words.ts";
import { columnsOf } from "./columns.server.ts";
import type { ResultsRoom } from "./results-room.server.ts";

const others: readonly Respondent[] = ["teacher", "college", "employer"];

/**
 * What students and others say on the same things. The address's filter is about students and selects among them alone;
 * of the others everybody counts.
 */
export async function readMirrors(
  { study, columns, policy, count }: Pick<ResultsRoom, "study" | "columns" | "policy" | "count">,
  columnsFrom: typeof columnsOf = columnsOf,
): Promise<MirrorsPage> {
  const { instrument } = columns.around;
  const statements = itemsOf(instrument).filter((item) => item.kind === "scale");
  const asked = [];
  for (const respondent of others) {
    const known = respondent === instrument.respondent ? undefined : await columnsFrom(study, respondent);
    if (known) asked.push(known);
  }
  const theirs = asked.flatMap((known) => itemsOf(known.instrument));
  const wanted = new Set(
    statements
      .filter((item) => theirs.some((other) => mirrorEachOther(item, other)))
      .map((item) => item.code),
  );
  const sides: MirrorSide[] = [];
  for (const known of asked) {
    const work = () =>
      mirrorSide(cutOf(known.columns, {}, policy), (item) =>
        statements.some((one) => mirrorEachOther(one, item)),
      );
    sides.push(await known.count(JSON.stringify(["mirrors", policy]), work));
  }
  const key = JSON.stringify(["mirrors", [...wanted]]);
  const students = await count(key, (cut) => mirrorSide(cut, (item) => wanted.has(item.code)));
  const mirrors = setSideBySide(students, sides, policy);
  return {
    mirrors,
    headings: instrument.themes,
    planned: mirrors.mirrors.length > 0 ? [] : plannedOf(statements),
  };
}

/** Students' items with what others would be asked, in the words of the product's own questionnaires where it has them. */
function plannedOf(statements: readonly { code: string; text: Text; mirrors: readonly string[] }[]) {
  const known = new Map(
    Object.values(templates)
      .map((template) => template())
      .flatMap(({ respondent, ...instrument }) =>
        itemsOf(instrument).map(({ code, text }) => [code, { respondent, text }] as const),
      ),
  );
  return statements.flatMap(({ code, text, mirrors }) =>
    mirrors.length === 0
      ? []
      : [{ code, text, others: mirrors.map((other) => ({ code: other, ...known.get(other) })) }],
  );
}
