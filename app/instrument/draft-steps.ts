import type { DraftChange } from "./draft-change.ts";

/** A line of a draft's history, as far as going back and forth in it needs it. */
export interface Step {
  number: number;
  change: Pick<DraftChange, "did" | "number">;
}

/**
 * Where one step back leads, and one step forth again: numbers of states. Going back is a change like any other, recorded as
 * a state that repeats an earlier one; several of them in a row go further back, not to and fro.
 *
 * @param steps the newest first; of a long history the newest part is enough
 */
export function stepsFrom(steps: readonly Step[]): { back: number | undefined; forth: number | undefined } {
  const byNumber = new Map(steps.map((step) => [step.number, step]));
  /** The state whose content this one repeats. */
  const origin = (number: number): number => {
    const step = byNumber.get(number);
    return step?.change.did === "undo" && step.change.number !== undefined && step.change.number < number
      ? origin(step.change.number)
      : number;
  };
  const before = (number: number): number | undefined => {
    const step = byNumber.get(number);
    // Before its first state a draft was not, unless it grew from a published version: that is state 0.
    if (!step || step.change.did === "start" || step.change.did === "import") return undefined;
    return origin(number - 1);
  };
  const run: Step[] = [];
  for (const step of steps) {
    run.push(step);
    if (step.change.did !== "undo") break;
  }
  // From the last change of another sort: each step back is put upon the pile, each step forth takes one off.
  const pile = [run.pop()?.number ?? 0];
  for (const { change, number } of run.toReversed()) {
    const to = origin(number);
    if (pile.length > 1 && pile.at(-2) === to && change.number !== undefined) pile.pop();
    else pile.push(to);
  }
  const here = pile.at(-1) ?? 0;
  return { back: steps.length > 0 ? before(here) : undefined, forth: pile.at(-2) };
}
