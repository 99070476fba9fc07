import { newcombe } from "#app/statistics/index.ts";
import { peopleOf } from "./testable.ts";
import type { Composition, MovedShare } from "./trend.ts";
import type { VariableBlock } from "./view.ts";

/** So many of the largest changes are told. */
const most = 8;

/**
 * How the make-up of those who answered moved between two waves, from blocks that are shown.
 * @param pairs the same variable in the earlier and in the later wave
 * @param least fewest people who answered a variable in either wave
 */
export function compositionShift(
  pairs: readonly (readonly [VariableBlock, VariableBlock])[],
  between: Pick<Composition, "from" | "to">,
  least: number,
): Composition {
  const moved = pairs.flatMap(([earlier, later]) =>
    earlier.options.flatMap((option): MovedShare[] => {
      const other = later.options.find((one) => one.code === option.code);
      const [first, last] = [told(earlier, option, least), other && told(later, other, least)];
      if (!first || !last) return [];
      const interval = newcombe(last, first);
      if (!interval.computable) return [];
      const { difference: estimate, low, high } = interval;
      return [
        {
          variable: { code: earlier.code, short: earlier.short },
          option: { code: option.code, label: option.label },
          first: first.at,
          last: last.at,
          change: { estimate, low, high },
        },
      ];
    }),
  );
  const size = ({ change }: MovedShare) => Math.abs(change.estimate);
  return {
    ...between,
    moved: moved
      .toSorted((a, b) => size(b) - size(a))
      .filter((one) => one.change.estimate !== 0)
      .slice(0, most),
    compared: moved.length,
  };
}

function told({ base }: VariableBlock, { result }: VariableBlock["options"][number], least: number) {
  if (!base.shown || !result.shown || base.n < least || typeof result.share !== "number") return undefined;
  const { share, low, high } = result;
  const at = { share, n: base.n, ...(low !== undefined && high !== undefined && { low, high }) };
  return { at, ...peopleOf(share, base.n) };
}
