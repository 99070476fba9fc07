/** One category of the sample beside what the researcher aimed at. */
export interface CompositionRow<Label = unknown> {
  code: string;
  label: Label;
  /** Percent, as entered; undefined where none was. */
  target: number | undefined;
  /** `about`: rounded, because the exact number would tell a small group of another wave. */
  achieved: { n: number; percent: number; about?: boolean } | { hidden: string };
  /** Achieved minus target in percentage points; undefined where either is missing. */
  difference: number | undefined;
}

interface Achieved<Label> {
  code: string;
  label: Label;
  /** Number of people, or why it is not told. */
  n: number | { hidden: string };
  about?: boolean;
}

/**
 * A sample's make-up against its targets, in the order of the categories. A target for a category that is not there is
 * shown all the same: nobody of it has come.
 * @param base everybody who answered, in whatever category
 */
export function compositionOf<Label>(
  targets: Readonly<Record<string, number>>,
  achieved: readonly Achieved<Label>[],
  base: number,
): CompositionRow<Label>[] {
  return achieved.map(({ code, label, n, about }) => {
    const target = targets[code];
    if (typeof n !== "number") return { code, label, target, achieved: n, difference: undefined };
    const percent = base > 0 ? (100 * n) / base : 0;
    return {
      code,
      label,
      target,
      achieved: { n, percent, ...(about && { about }) },
      difference: target === undefined || base === 0 ? undefined : percent - target,
    };
  });
}

/** The group furthest below its target, in points; undefined where none is a whole point below. */
export function mostMissing<Row extends { difference: number | undefined }>(
  rows: readonly Row[],
): Row | undefined {
  let most: Row | undefined;
  for (const row of rows) if ((row.difference ?? 0) < (most?.difference ?? -1)) most = row;
  return most;
}
