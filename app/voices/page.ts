/**
 * The first ids of a set after a given one, in ascending order. Keeps only as many as wanted at any time, so that a page
 * of a hundred thousand costs one pass and no sorting.
 */
export function firstAfter(ids: Iterable<string>, after: string, wanted: number): string[] {
  const first: string[] = [];
  for (const id of ids) {
    if (id <= after) continue;
    const last = first[first.length - 1];
    if (first.length === wanted && last !== undefined && id > last) continue;
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((first[middle] as string) < id) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, id);
    if (first.length > wanted) first.pop();
  }
  return first;
}
