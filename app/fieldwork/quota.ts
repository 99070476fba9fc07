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

/** The first quota that these answers fall into and that has no place left. */
export const fullQuota = (quotas: readonly Quota[], answers: Record<string, unknown>): Quota | undefined =>
  quotas.find((quota) => quota.taken >= quota.most && isInCell(quota.cell, answers));
