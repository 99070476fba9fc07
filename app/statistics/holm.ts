/**
 * Holm's step-down adjustment: p values of several tests told in one breath, made larger so that the chance of even one
 * false alarm among them stays at the level each is held against. Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 *
 * @param values raw two-sided p values of one family, 0..1
 * @returns adjusted p values in the same order
 * @throws RangeError for a value outside 0..1
 */
export function holm(values: readonly number[]): number[] {
  if (values.some((p) => !(p >= 0 && p <= 1))) throw new RangeError("p values lie between 0 and 1");
  const m = values.length;
  const adjusted = new Array<number>(m);
  let most = 0;
  const smallestFirst = values.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  smallestFirst.forEach(({ p, at }, rank) => {
    most = Math.max(most, Math.min(1, (m - rank) * p));
    adjusted[at] = most;
  });
  return adjusted;
}
