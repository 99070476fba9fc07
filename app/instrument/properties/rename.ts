import type { Condition } from "#app/questions/base.ts";
import { otherCode } from "../asked.ts";
import type { Definition } from "../definition.ts";
import { replacePipes } from "../pipes.ts";

/** What is called otherwise now: a question, a row of one, a theme, or one answer of a question. */
export interface Renamed {
  codes: ReadonlyMap<string, string>;
  /** Answers, by the question's new code. */
  answers: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** A definition in which everything that named something by its old code names it by the new one. */
export function renamedIn(definition: Definition, { codes, answers }: Renamed): Definition {
  if (codes.size === 0 && answers.size === 0) return definition;
  // The words beside an option go by their question's code.
  const others = [...codes].map(([old, now]) => [otherCode(old), otherCode(now)] as const);
  const all = new Map([...codes, ...others]);
  const called = (code: string) => all.get(code) ?? code;
  const condition = (one: Condition): Condition => {
    if ("all" in one) return { all: one.all.map(condition) };
    if ("any" in one) return { any: one.any.map(condition) };
    if ("not" in one) return { not: condition(one.not) };
    const item = called(one.item);
    if (!("in" in one)) return { ...one, item };
    const known = answers.get(item);
    return { item, in: one.in.map((value) => known?.get(String(value)) ?? value) };
  };
  const visit = (value: unknown, key: string): unknown => {
    if (key === "showIf") return condition(value as Condition);
    if (key === "theme") return called(String(value));
    if (Array.isArray(value)) return value.map((one) => visit(one, ""));
    if (typeof value === "string") return replacePipes(value, (name) => `{{${called(name)}}}`);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner, name)]));
  };
  const done = visit(definition, "") as Definition;
  const scoring = done.scoring.map((scored) => ({ ...scored, items: scored.items.map(called) }));
  return { ...done, scoring };
}
