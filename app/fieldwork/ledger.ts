/** Where the questionnaires behind one door stand. Every one that was begun is in exactly one of these. */
export interface Stages {
  /** Begun and not sent: still open, or forgotten when its time was over. */
  partial: number;
  /** Sent, there, and counted in results. */
  counted: number;
  /** Sent and there, but left out of results by somebody's decision. */
  excluded: number;
  /** Sent and taken back. */
  withdrawn: number;
}

export interface LedgerLine extends Stages {
  started: number;
  complete: number;
}

/** started: partial and complete are all that began · complete: the kinds of complete ones · doors: the doors' lines */
export type Sum = "started" | "complete" | "doors";

export interface Ledger {
  total: LedgerLine;
  /** Withdrawn before doors were written down with a withdrawal. */
  doorless: number;
  /** Sums that do not come out. Empty, unless something is wrong with the program or the store. */
  failing: Sum[];
}

export const stages = ["partial", "counted", "excluded", "withdrawn"] as const;

export const lineOf = (one: Stages): LedgerLine => {
  const complete = one.counted + one.excluded + one.withdrawn;
  return { ...one, complete, started: one.partial + complete };
};

export const addStages = (lines: readonly Stages[]): Stages =>
  lines.reduce<Stages>(
    (sum, one) => ({
      partial: sum.partial + one.partial,
      counted: sum.counted + one.counted,
      excluded: sum.excluded + one.excluded,
      withdrawn: sum.withdrawn + one.withdrawn,
    }),
    { partial: 0, counted: 0, excluded: 0, withdrawn: 0 },
  );

/** The same questionnaires counted along three ways that share no addition. */
export interface Counts {
  /** By door, and by whether they count. */
  doors: readonly Stages[];
  doorless: number;
  /** Sent ones that are there, by the day they came. */
  byDay: readonly { n: number }[];
  /** Withdrawn ones, with and without a door. */
  withdrawn: number;
  /** Everybody who began, from the page funnel. */
  started: number;
  /** Unfinished ones, by the page they stopped on. */
  byPage: readonly { open: number; gone: number }[];
}

/**
 * Started = partial + complete, and complete = counted + excluded + withdrawn, for the whole and through all doors. The
 * totals are counted by day and by page, the lines by door, so that a questionnaire lost on one way is noticed.
 */
export function ledgerOf({ doors, doorless, byDay, withdrawn, started, byPage }: Counts): Ledger {
  const through = addStages(doors);
  const received = byDay.reduce((sum, one) => sum + one.n, 0);
  const partial = byPage.reduce((sum, one) => sum + one.open + one.gone, 0);
  const { counted, excluded } = through;
  const total = { started, partial, complete: received + withdrawn, counted, excluded, withdrawn };
  const sums: Record<Sum, boolean> = {
    started: total.partial + total.complete === total.started,
    complete: counted + excluded + withdrawn === total.complete,
    doors: through.partial === partial && through.withdrawn + doorless === withdrawn,
  };
  return { total, doorless, failing: (Object.keys(sums) as Sum[]).filter((one) => !sums[one]) };
}
