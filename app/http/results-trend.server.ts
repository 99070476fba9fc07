import { itemsOf } from "#app/instrument/definition.ts";
import type { Columns } from "#app/results/columns.ts";
import type { Trend } from "#app/results/trend.ts";
import { trending } from "#app/results/trend-view.ts";
import { type TrendPage, unthemed } from "#app/ui/results/trend-words.ts";
import { getToldInstrument } from "#db/queries/doors.server.ts";
import { db } from "./db.server.ts";
import { askedTheme } from "./results-groups.server.ts";
import type { ResultsRoom } from "./results-room.server.ts";

/** The waves side by side; without a trend while there is only one. @throws 400 for a `?theme=` that is not there */
export async function readTrend({ search, columns, count }: ResultsRoom): Promise<TrendPage> {
  const theme = search.get("theme") === unthemed ? unthemed : askedTheme(search, columns);
  if (!columns.byCode.has("wave")) return { theme, wordings: {} };
  const trend = await count("trend", trending);
  return { theme, trend, wordings: await wordingsOf(columns, trend) };
}

/** How items were worded in the revisions that are not joined. */
async function wordingsOf({ asked }: Columns, { items }: Trend): Promise<TrendPage["wordings"]> {
  const changed = new Set(
    items.filter(({ waves }) => waves.some((at) => at.seam === "reworded")).map((item) => item.code),
  );
  const found: TrendPage["wordings"] = {};
  if (changed.size === 0) return found;
  for (const id of new Set([...asked.values()].flatMap((ids) => [...ids]))) {
    for (const { code, rev, text } of itemsOf(await getToldInstrument(db(), id)))
      if (changed.has(code)) found[code] = { ...found[code], [rev]: text };
  }
  return found;
}
