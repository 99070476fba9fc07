import type { BoardNumbers } from "#app/fieldwork/board.ts";
import type { BoardWave } from "#app/fieldwork/board-counts.ts";
import type { BoardPage, CompositionVariable } from "#app/fieldwork/board-page.ts";
import { compositionOf } from "#app/fieldwork/composition.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Text } from "#app/locales/language.ts";
import type { Columns } from "#app/results/columns.ts";
import { cutOf } from "#app/results/cut.ts";
import { viewing } from "#app/results/gate.ts";
import { type Policy, staffPolicy } from "#app/results/policy.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { columnsOf, type StudyColumns } from "./columns.server.ts";

interface Kept {
  /** What must be the same for it to be shown again. */
  stamp: string;
  counted: number;
  variables: CompositionVariable[];
}
const kept = new Map<string, Kept>();

/**
 * The wave's sample beside its targets. What people are by their answers comes from the gate, and anew only when k more
 * have come: from answer to answer the difference would be one person's background. Colleges and the like are the
 * board's own numbers.
 * @param instrument the one the wave asks, among the study's
 * @param doors ids of the wave's doors
 */
export async function compositionFor(
  study: MemberStudy,
  instrument: string | undefined,
  wave: BoardWave,
  doors: ReadonlySet<string>,
  numbers: BoardNumbers | undefined,
  k: number,
): Promise<BoardPage["composition"]> {
  const counted = numbers?.ledger.total.counted ?? 0;
  const step = Math.max(k, Math.ceil(counted / 100));
  const asked = Object.entries(wave.targets).filter(([, targets]) => Object.keys(targets).length > 0);
  if (asked.length === 0 || !numbers) return { variables: [], step };
  const ofAnswers = asked.filter(([code]) => !code.startsWith("cohort."));
  const { withdrawn, excluded } = numbers.ledger.total;
  const stamp = JSON.stringify([wave.targets, withdrawn, excluded, study.staffK, study.disclosure]);
  let known = kept.get(wave.id);
  if (ofAnswers.length > 0 && (known?.stamp !== stamp || Math.abs(counted - known.counted) >= step)) {
    const columns = await columnsOf(study, instrument);
    known = {
      stamp,
      counted,
      variables: columns
        ? await gated(columns, ofAnswers, doors, staffPolicy(study.staffK, study.disclosure))
        : [],
    };
    kept.set(wave.id, known);
  }
  const variables = asked.flatMap(
    ([code, targets]) =>
      (code.startsWith("cohort.")
        ? ofDoors(numbers, code.slice("cohort.".length), targets)
        : known?.variables.find((one) => one.code === code)) ?? [],
  );
  return { variables, step };
}

async function gated(
  { columns, count }: StudyColumns,
  asked: [string, Record<string, number>][],
  doors: ReadonlySet<string>,
  policy: Policy,
): Promise<CompositionVariable[]> {
  const viewOf = (inside: boolean) =>
    count(JSON.stringify(["composition", policy, [...doors].sort(), inside]), () =>
      viewing(cutOf(only(columns, doors, inside), {}, policy)),
    );
  const here = await viewOf(true);
  // Who knows the study's groups and the wave's knows the other waves': where these are too small to be told, the
  // wave's are told in steps of k, and the difference says nothing exact.
  const nobody = only(columns, doors, false).excluded.every((one) => one === 1);
  const rest = nobody ? undefined : await viewOf(false);
  return asked.flatMap(([code, targets]): CompositionVariable[] => {
    const column = columns.byCode.get(code);
    if (!column) return [];
    const block = here.variables.find((one) => one.code === code);
    const beside = rest?.variables.find((one) => one.code === code);
    const base = block?.base.shown ? block.base.n : undefined;
    const achieved = column.categories.map((category) => {
      const result = block?.options.find((one) => one.code === category.code)?.result;
      const other = beside?.options.find((one) => one.code === category.code)?.result;
      if (!result?.shown) return { ...category, n: { hidden: result?.why ?? "few" } };
      if (result.count === undefined) return { ...category, n: { hidden: "alike" } };
      if (!rest || other?.shown) return { ...category, n: result.count };
      return { ...category, n: Math.round(result.count / policy.k) * policy.k, about: true };
    });
    return [{ code, text: column.short, base, rows: compositionOf(targets, achieved, base ?? 0) }];
  });
}

/** The same columns with only the answers through these doors, or only the others, counted. */
function only(columns: Columns, doors: ReadonlySet<string>, inside: boolean): Columns {
  const collector = columns.byCode.get("collector");
  const wanted = collector?.categories.map((one) => doors.has(one.code) === inside) ?? [];
  const { values } = collector ?? {};
  const excluded = new Uint8Array(new SharedArrayBuffer(columns.excluded.length)).fill(1);
  for (let row = 0; row < columns.length; row++)
    if (values && columns.excluded[row] === 0 && wanted[values[row]!]) excluded[row] = 0;
  return { ...columns, excluded };
}

function ofDoors(
  numbers: BoardNumbers,
  variable: string,
  targets: Record<string, number>,
): CompositionVariable | undefined {
  const cohort = numbers.cohorts.find((one) => one.variable === variable);
  if (!cohort) return undefined;
  const name = (language: "zh-CN" | "en") =>
    (messagesIn(language).board.variables as Record<string, string>)[variable] ?? variable;
  const text: Text = { "zh-CN": name("zh-CN"), en: name("en") };
  const achieved = cohort.rows.map(({ code, label, line }) => ({
    code,
    label,
    n: line && cohort.counted !== undefined ? line.counted : { hidden: "few" },
  }));
  const rows = compositionOf(targets, achieved, cohort.counted ?? 0);
  return { code: `cohort.${variable}`, text, base: cohort.counted, rows };
}
