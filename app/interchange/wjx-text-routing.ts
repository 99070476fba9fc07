import type { Condition } from "#app/questions/base.ts";
import { brief, type Made, type Tell } from "./wjx-text-made.ts";

/** Each may hide hundreds of questions, and stands in the condition of each. */
const mostJumps = 30;

/**
 * Turns jumps and dependencies into conditions of the questions they concern. A jump over questions hides each of them
 * from those who chose that answer; nothing may look forward.
 */
export function applyRouting(questions: Made[], tell: Tell) {
  const hidden: Condition[][] = questions.map(() => []);
  const needed: Condition[][] = questions.map(() => []);
  const byNumber = new Map(questions.map((one, at) => [one.number, at]));
  let jumps = 0;
  questions.forEach((from, at) => {
    const code = from.items[0]?.code ?? `Q${from.number}`;
    const lose = (place: number, expression: string) =>
      tell("lost.routing", place, { expression: brief(expression) }, code);
    for (const { at: place, option, hint } of from.routes) {
      if (hint.does === "depend") {
        const condition = dependency(questions[byNumber.get(hint.on) ?? at], hint);
        if (!condition || (byNumber.get(hint.on) ?? at) >= at || from.items.length === 0)
          lose(place, hint.expression);
        else {
          needed[at]?.push(condition);
          tell("changed.routing", place, { expression: brief(hint.expression) }, code);
        }
        continue;
      }
      const to =
        hint.does === "jump" ? (hint.to === "end" ? questions.length : byNumber.get(hint.to)) : undefined;
      const value = option === undefined ? undefined : from.answers[option - 1]?.value;
      if (
        to === undefined ||
        to <= at ||
        value === undefined ||
        from.items.length !== 1 ||
        ++jumps > mostJumps
      ) {
        lose(place, hint.expression);
        continue;
      }
      const away: Condition = { not: { item: code, in: [value] } };
      for (let over = at + 1; over < to; over++) hidden[over]?.push(away);
      tell("changed.routing", place, { expression: brief(hint.expression) }, code);
    }
  });
  questions.forEach((one, at) => {
    const all = [...(needed[at] ?? []), ...(hidden[at] ?? [])];
    const [only] = all;
    if (!only) return;
    for (const item of one.items) item.showIf = all.length === 1 ? only : { all };
  });
}

function dependency(
  on: Made | undefined,
  { options, labels }: { options: number[]; labels: string[] },
): Condition | undefined {
  const item = on?.items.length === 1 ? on.items[0] : undefined;
  if (!on || !item) return undefined;
  const values = [
    ...options.map((one) => on.answers[one - 1]?.value),
    ...labels.map((label) => on.answers.find((one) => one.label === label)?.value),
  ];
  const known = values.filter((one) => one !== undefined);
  return known.length === values.length && known.length > 0 ? { item: item.code, in: known } : undefined;
}
