import type { Counting } from "#app/results/counting.ts";
import { variablesIn } from "#app/results/cube.ts";
import { conditionsOf } from "#app/results/filter.ts";
import { comparison, viewing, withoutSuspects } from "#app/results/gate.ts";
import { overlapIn } from "#app/results/overlap.ts";
import { uncountedIn } from "#app/results/uncounted.ts";
import type { Comparison, Gated } from "#app/results/view.ts";
import { undecided } from "#app/ui/results/address.ts";
import { differencesOf } from "#app/ui/results/differences.ts";
import type { OverviewData } from "#app/ui/results/overview-data.ts";
import type { ResultsRoom } from "./results-room.server.ts";

/** Everything the overview shows of the selection, or of two side by side, and what it leaves to files. */
export async function readOverview(room: ResultsRoom): Promise<OverviewData> {
  const shown = await readViews(room);
  return "views" in shown ? { ...shown, uncounted: uncountedIn(room.columns.around.instrument) } : shown;
}

async function readViews(room: ResultsRoom): Promise<OverviewData> {
  const { asked, columns, policy } = room;
  const order = asked.order ?? "instrument";
  if (asked.second) return undecided(asked) ? { choose: true } : compare(room, order);
  const view = await room.count("view", viewing);
  if (!view.base.shown) {
    const everybody = Object.keys(asked.first).length === 0 && !asked.withoutSuspects;
    return everybody ? { nobody: true } : { refused: view.base.why };
  }
  const suspect = await room.suspect();
  if (!suspect) return { views: [view], order, unjudged: true };
  const without = await room.count("without", () => withoutSuspects(columns, asked.first, suspect, policy));
  const data = { views: [view] as const, order, without };
  if (!asked.withoutSuspects) return data;
  const conditions = conditionsOf(columns, asked.first);
  const all = await room.count("all", () => viewing({ columns, conditions, policy }));
  return all.base.shown ? { ...data, all } : data;
}

async function compare(room: ResultsRoom, order: NonNullable<ResultsRoom["asked"]["order"]>) {
  const { result, apart } = await room.count(`compare ${JSON.stringify(room.asked.second)}`, () =>
    sideBySide(room),
  );
  if (!result.shown) return { refused: result.why };
  const { first, second } = result;
  for (const { base } of [first, second]) if (!base.shown) return { refused: base.why };
  return {
    views: [first, second] as const,
    order,
    ...(apart && { differences: differencesOf(first, second, room.policy) }),
  };
}

/** Both groups, and whether they share nobody. */
function* sideBySide({
  columns,
  asked: { first, second = {} },
  policy,
  also,
}: ResultsRoom): Counting<Gated<Comparison> & { apart: boolean }> {
  const found = yield* comparison(columns, first, second, policy, also);
  const [one, other] = [conditionsOf(columns, first), conditionsOf(columns, second)];
  const by = variablesIn(columns, [...one, ...other]);
  const cube = yield { columns, by, groups: [], presence: true };
  return { ...found, apart: !!cube && overlapIn(cube, one, other, policy.skippedIsGroup).both === 0 };
}
