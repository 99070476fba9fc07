/**
 * Readers that take their time and changes that do not: a change waits until no reading is under way, and who comes to
 * read meanwhile waits for it, so that neither keeps the other out for good.
 */
export class Quiet {
  private readonly readings = new Set<Promise<unknown>>();
  private changing: Promise<void> = Promise.resolve();

  /** Nothing changes while this goes on. */
  async during<T>(read: () => Promise<T>): Promise<T> {
    await this.changing;
    const reading = read();
    this.readings.add(reading);
    try {
      return await reading;
    } finally {
      this.readings.delete(reading);
    }
  }

  /** Runs a change in one go once all readings under way have ended. */
  after(change: () => void): Promise<void> {
    const before = this.changing;
    const done = (async () => {
      await before;
      await Promise.allSettled(this.readings);
      change();
    })();
    this.changing = done.catch(() => {});
    return done;
  }
}
