import type { Condition } from "#app/questions/base.ts";
import { type AskedItem, asked } from "./asked.ts";
import { type Leaf, leavesOf } from "./condition-leaves.ts";
import type { Block, Definition, Page } from "./definition.ts";
import { answerCodes } from "./places.ts";

/** What somebody meets, one after another: where pages and blocks begin and end, and what stands between. */
export type Step =
  | { is: "page"; page: Page }
  | { is: "block"; code: string }
  | { is: "tick" | "item"; item: AskedItem }
  | { is: "block-end"; code: string }
  | { is: "page-end"; page: Page };

export function routeSteps(definition: Definition): Step[] {
  const { consent, pages } = asked(definition);
  const blocks = new Map<string, string>();
  for (const page of definition.pages)
    for (const element of page.items)
      if (element.kind === "block") for (const code of codesIn(element)) blocks.set(code, element.code);
  const steps: Step[] = consent.ticks.map((item) => ({ is: "tick", item }));
  for (const page of pages) {
    steps.push({ is: "page", page });
    let open: string | undefined;
    const close = () => {
      if (open !== undefined) steps.push({ is: "block-end", code: open });
    };
    for (const item of page.items) {
      const block = blocks.get(item.code);
      if (block !== open) {
        close();
        if (block !== undefined) steps.push({ is: "block", code: block });
        open = block;
      }
      steps.push({ is: "item", item });
    }
    close();
    steps.push({ is: "page-end", page });
  }
  return steps;
}

/** Under which codes a block's heading and items are asked. */
const codesIn = ({ code, items }: Block): string[] => [
  code,
  ...items.flatMap((item) => [item.code, ...answerCodes(item)]),
];

/** The conditions a step reads. */
export function conditionsAt(step: Step): (Condition | undefined)[] {
  if (step.is === "page") return [step.page.showIf];
  if (step.is !== "item") return [];
  const { item } = step;
  return [item.showIf, ...("options" in item ? item.options.map((option) => option.showIf) : [])];
}

/** What conditions say of each item and each thing known, and the last step at which they do. */
export function readingOf(steps: readonly Step[]): Map<string, { leaves: Leaf[]; last: number }> {
  const reading = new Map<string, { leaves: Leaf[]; last: number }>();
  for (const [at, step] of steps.entries())
    for (const leaf of conditionsAt(step).flatMap(leavesOf)) {
      const known = reading.get(leaf.item);
      if (known) Object.assign(known, { last: at, leaves: [...known.leaves, leaf] });
      else reading.set(leaf.item, { leaves: [leaf], last: at });
    }
  return reading;
}
