import type { Columns } from "#app/results/columns.ts";
import { conditionsOf, type Filter, select } from "#app/results/filter.ts";
import type { Policy } from "#app/results/policy.ts";
import { presence } from "#app/results/protections.ts";
import type { HiddenBecause } from "#app/results/view.ts";

/** Whose words may be read: by open question, response id -> row of everyone selected who answered it. */
export type Writers = Map<string, number>[];

/**
 * Sorts the selected respondents by the open questions they answered. A selection that numbers may not be shown of gives
 * no words either: a list of what three people wrote names them as surely as a count.
 *
 * @throws FilterError when the filter names what these columns cannot be filtered by
 */
export function writersOf(
  columns: Columns,
  filter: Filter,
  policy: Policy,
): Writers | { hidden: HiddenBecause } {
  const conditions = conditionsOf(columns, filter);
  const hidden = presence(columns, conditions, policy)(conditions);
  if (hidden) return { hidden };
  const questions = columns.openItems.length;
  const writers: Writers = Array.from({ length: questions }, () => new Map());
  for (const row of select(columns, filter)) {
    const mask = columns.words[row]!;
    if (mask === 0) continue;
    const id = columns.ids.at(row);
    for (let bit = 0; bit < questions; bit++) if (mask & (1 << bit)) writers[bit]?.set(id, row);
  }
  return writers;
}
