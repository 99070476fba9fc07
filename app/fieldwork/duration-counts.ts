/** How many questionnaires took how long: whole seconds -> number. Small however many there are, and they can be added. */
export type DurationCounts = Map<number, number>;

/**
 * Adds one questionnaire.
 * @param pageSeconds stored JSON Record<page, seconds>; nothing is added where no page was timed
 */
export function countDuration(counts: DurationCounts, pageSeconds: string): void {
  const pages = Object.values(JSON.parse(pageSeconds) as Record<string, number>);
  if (pages.length === 0) return;
  const seconds = Math.round(pages.reduce((sum, one) => sum + one, 0));
  counts.set(seconds, (counts.get(seconds) ?? 0) + 1);
}

/** The median in seconds of all of them together, with how many were timed; undefined for fewer than k. */
export function medianDuration(
  all: Iterable<DurationCounts>,
  k: number,
): { seconds: number; n: number } | undefined {
  const together: DurationCounts = new Map();
  let n = 0;
  for (const counts of all)
    for (const [seconds, people] of counts) {
      together.set(seconds, (together.get(seconds) ?? 0) + people);
      n += people;
    }
  if (n < k) return undefined;
  const sorted = [...together].sort(([a], [b]) => a - b);
  const at = (rank: number) => {
    let before = 0;
    for (const [seconds, people] of sorted) {
      before += people;
      if (before > rank) return seconds;
    }
    return 0;
  };
  return { seconds: (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2, n };
}
