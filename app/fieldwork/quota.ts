/** Options that have to hold together, by item; without any it is everybody. */
export type Cell = Record<string, string>;

/** How many answers of one kind are taken, and how many there are. */
export interface Quota {
  id: string;
  cell: Cell;
  most: number;
  taken: number;
}

/** Whether answers fall into a cell: every item equals its option or, where several may be chosen, includes it. */
export function isInCell(cell: Cell, answers: Record<string, unknown>): boolean {
  return Object.entries(cell).every(([item, option]) => {
    const answer = answers[item] ?? null;
    return Array.isArray(answer) ? answer.includes(option) : answer !== null && String(answer) === option;
  });
}

/**
 * How many answers a quota has taken, as staff may see it while they come in: nothing where its door is held back or
 * they are fewer than k; of a background cell full steps of k only, for its next answer would tell what whoever just
 * sent theirs had chosen. A full quota has said so, and with it how many it takes.
 * @param held whether the number of its door is held back
 */
export function toldOf({ cell, most, taken }: Quota, held: boolean, k: number): QuotaTold {
  if (held || taken < k) return undefined;
  if (Object.keys(cell).length === 0) return { n: taken, atLeast: false };
  if (taken >= most) return { n: most, atLeast: taken > most };
  return { n: taken - (taken % k), atLeast: true };
}
/** Undefined where it is held back. */
export type QuotaTold = { n: number; atLeast: boolean } | undefined;

/** The first quota that these answers fall into and that has no place left. */
export const fullQuota = (quotas: readonly Quota[], answers: Record<string, unknown>): Quota | undefined =>
  quotas.find((quota) => quota.taken >= quota.most && isInCell(quota.cell, answers));
