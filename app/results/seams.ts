import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import { revsByWave } from "./versions.ts";

export type Seam = { seam: "reworded"; revs: readonly number[] } | { seam: "unasked" };

/**
 * Says why a wave's answers to an item are not joined with those to its newest wording, or undefined where they are: waves
 * join only on equal code and equal revision. What is no item (language, college) has no wording.
 *
 * @returns asked with "whole", a wave that asked two wordings one after the other counts as reworded, too: for scores,
 * which take all their items from everybody
 */
export function seamsOf(columns: Columns) {
  const revs = revsByWave(columns);
  const { versions } = columns.around;
  const isKnown = (wave: string) => [...(columns.asked.get(wave) ?? [])].some((id) => versions?.has(id));
  return (wave: string, { code, item }: Column, how: "any" | "whole" = "any"): Seam | undefined => {
    if (!item || !isKnown(wave)) return undefined;
    const asked = revs.get(wave)?.get(code) ?? [];
    if (asked.length === 0) return { seam: "unasked" };
    const joined = how === "whole" ? asked.every((rev) => rev === item.rev) : asked.includes(item.rev);
    return joined ? undefined : { seam: "reworded", revs: asked };
  };
}
