/** How often, and how soon, a list may be reminded. Written here once: the form says it and the store enforces it. */
export const mailRules = { reminders: 3, restHours: 48 };

/** Who has used their link is nobody's business: counts of it move in steps of this many people. */
export const usedStep = 10;

/** What staff may know of how many of a list used their link; see docs/decisions/invitation-mail.md. */
export type UsedShown =
  | { is: "hidden" }
  | { is: "few"; below: number }
  | { is: "about"; atLeast: number }
  | { is: "most"; moreThan: number };

/**
 * The used links of a list as staff may see them. Never exact, never about anybody: below the step only that it is
 * below, near the total only that it is near, in between rounded down to whole steps. A list on which both ends meet
 * says nothing.
 * @param total everybody on the list, whatever became of them, so that marking one person moves nothing
 */
export function usedShown(used: number, total: number): UsedShown {
  if (total < 2 * usedStep) return { is: "hidden" };
  if (used < usedStep) return { is: "few", below: usedStep };
  if (total - used < usedStep) return { is: "most", moreThan: total - usedStep };
  return { is: "about", atLeast: Math.floor(used / usedStep) * usedStep };
}

/** A count that would tell who has not answered, such as the letters of a reminder: whole steps; null below the first. */
export const inSteps = (n: number): number | null =>
  n === 0 ? 0 : n < usedStep ? null : Math.floor(n / usedStep) * usedStep;

/**
 * Why no reminder may go out now; undefined when one may.
 * @param mailings earlier letters to the list, in any order
 */
export function reminderRefusal(
  mailings: { kind: "invitation" | "reminder"; createdAt: string }[],
  now: Date,
): { is: "none-invited" } | { is: "enough" } | { is: "too-soon"; from: string } | undefined {
  if (!mailings.some((one) => one.kind === "invitation")) return { is: "none-invited" };
  if (mailings.filter((one) => one.kind === "reminder").length >= mailRules.reminders)
    return { is: "enough" };
  const last = Math.max(...mailings.map((one) => Date.parse(one.createdAt)));
  const from = last + mailRules.restHours * 3_600_000;
  return now.getTime() < from ? { is: "too-soon", from: new Date(from).toISOString() } : undefined;
}
