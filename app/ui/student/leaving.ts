/** A form on its way to the server: where from, by which button, after how long. */
export interface Leaving {
  page: string;
  go: string;
  seconds: number;
}

const name = "tributary leaving";

/** Notes, before the page goes, what is being pressed; never an answer. Whoever comes next takes the note away. */
export function noteLeaving(leaving: Leaving): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(leaving));
  } catch {
    // Where nothing can be kept, the way back is only a tap longer.
  }
}

const finished = "tributary finished";

/** Whether the survey at `home` was finished during this visit: whoever comes later may be somebody else. */
export function isFinishedHere(home: string): boolean {
  try {
    return sessionStorage.getItem(finished) === home;
  } catch {
    return false;
  }
}

export function noteFinished(home: string): void {
  try {
    sessionStorage.setItem(finished, home);
  } catch {
    // The student will be asked whose survey it was.
  }
}

export function forgetFinished(): void {
  try {
    sessionStorage.removeItem(finished);
  } catch {
    // Nothing was kept.
  }
}

export function takeLeaving(): Leaving | undefined {
  try {
    const noted = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return noted ? JSON.parse(noted) : undefined;
  } catch {
    return undefined;
  }
}
