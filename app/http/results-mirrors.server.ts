import { itemsOf } from "#app/instrument/definition.ts";
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
  return {
    mirrors: setSideBySide(students, sides, policy),
    headings: instrument.themes,
    planned: statements.flatMap(({ code, text, mirrors }) =>
      mirrors.length > 0 ? [{ code, text, mirrors }] : [],
    ),
  };
}
