import { syntheticResponses } from "#app/fieldwork/synthetic-responses.ts";
import { asked, instrumentDefinition } from "#app/instrument/definition.ts";
import { buildColumns, type ResponseRow } from "#app/results/columns.ts";
import { countHere } from "#app/results/counting.ts";
import { cutOf } from "#app/results/cut.ts";
import { viewing } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import type { Sandbox, SandboxAsked } from "#app/ui/instrument/test/sandbox.ts";
import { leastInvented, mostInvented, mostSeed } from "#app/ui/instrument/test/sandbox.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";

/** What the address asks to be invented; undefined where it asks for nothing. */
export function readSandboxAsked(search: URLSearchParams): SandboxAsked | undefined {
  if (!search.has("count")) return undefined;
  const [count, seed] = [search.get("count") ?? "", search.get("seed") ?? "1"];
  const whole = (typed: string, least: number, most: number) =>
    /^\d{1,10}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
  return {
    ...{ count, seed },
    errors: {
      ...(whole(count, leastInvented, mostInvented) ? {} : { count: true }),
      ...(whole(seed, 0, mostSeed) ? {} : { seed: true }),
    },
  };
}

/**
 * Invents responses to the draft and counts them as the results room would. They are in memory while this runs, and
 * nowhere else: no table, no cache, no file.
 * @returns undefined for a draft that could not be asked as it stands
 */
export function readSandbox(
  { draft, study }: InstrumentRoom,
  count: number,
  seed: number,
): Sandbox | undefined {
  const whole = instrumentDefinition.safeParse(draft.definition);
  if (!whole.success) return undefined;
  const instrument = asked(whole.data);
  const day = new Date().toISOString().slice(0, 10);
  const year = Number(day.slice(0, 4));
  const all = syntheticResponses(instrument, seed, year);
  const reached = new Map(instrument.pages.map((page) => [page.code, 0]));
  const rows = Array.from({ length: count }, (_, index): ResponseRow => {
    const { answers, words, quality, pages } = all.next().value;
    for (const code of pages) reached.set(code, (reached.get(code) ?? 0) + 1);
    return {
      // As long and as random as real ones are; nobody ever sees them.
      id: (index + 1).toString(16).padStart(32, "0"),
      ...{ collector_id: "sandbox", language: "zh-CN", received_on: day, excluded: 0 },
      answers: JSON.stringify(answers),
      words: JSON.stringify(words),
      quality: JSON.stringify(quality),
    };
  });
  const columns = buildColumns({ instrument, certificates: [], cohorts: new Map(), year }, rows);
  const policy = staffPolicy(study.staffK, study.disclosure);
  return {
    view: countHere(viewing(cutOf(columns, {}, policy))),
    k: study.staffK,
    count,
    pages: instrument.pages.map(({ code, title }) => ({ code, title, people: reached.get(code) ?? 0 })),
  };
}
