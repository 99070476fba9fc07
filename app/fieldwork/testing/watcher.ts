/**
 * Somebody who looks at the board before and after every single answer and forgets nothing. They know the rule and the
 * order of the doors, and keep all counts that fit everything they have seen so far.
 */
export class Watcher {
  /** Every vector of counts that explains all looks. */
  fitting: number[][];
  readonly #look: (counts: number[]) => string;

  /** @param look what the board shows for given counts, by door */
  constructor(doors: number, look: (counts: number[]) => string) {
    this.fitting = [Array<number>(doors).fill(0)];
    this.#look = look;
  }

  /** One more answer has come through some door, and this is what the board shows now. */
  sees(shown: string) {
    const next = new Map<string, number[]>();
    for (const before of this.fitting)
      for (const at of before.keys()) {
        const after = before.with(at, (before[at] ?? 0) + 1);
        const key = after.join();
        if (!next.has(key) && this.#look(after) === shown) next.set(key, after);
      }
    this.fitting = [...next.values()];
  }

  /** How many different counts of one door are still possible. */
  possible(door: number): number {
    return new Set(this.fitting.map((counts) => counts[door])).size;
  }
}
