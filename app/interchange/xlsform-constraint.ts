import { type Expression, parseExpression } from "./xlsform-expression.ts";

/** What a constraint says about the size of an answer. */
export interface Bounds {
  min?: number;
  max?: number | "current";
  /** Whether that is all it says. */
  whole: boolean;
}

/** This year, as forms have it: the four digits of today's date. */
export const thisYear = "number(format-date(today(), '%Y'))";

/**
 * Reads bounds such as `. >= 2019 and . <= 2026` or `count-selected(.) <= 3`.
 * @param of what is bounded: the answer itself, or a function of it
 */
export function boundsOf(constraint: string, of: "self" | "string-length" | "count-selected"): Bounds {
  const expression = parseExpression(constraint);
  const bounds: Bounds = { whole: expression !== undefined };
  for (const part of expression ? partsOf(expression) : []) {
    if (part.is !== "comparison" || !isAbout(part.left, of) || !note(bounds, part)) bounds.whole = false;
  }
  return bounds;
}

const partsOf = (expression: Expression): Expression[] =>
  expression.is === "and" ? expression.parts.flatMap(partsOf) : [expression];

const isAbout = (expression: Expression, of: string) =>
  of === "self"
    ? expression.is === "self"
    : expression.is === "call" && expression.name === of && expression.given[0]?.is === "self";

function note(bounds: Bounds, { sign, right }: Expression & { is: "comparison" }): boolean {
  if (right.is === "call" && isThisYear(right) && sign === "<=" && bounds.max === undefined) {
    bounds.max = "current";
    return true;
  }
  if (right.is !== "literal" || !Number.isInteger(Number(right.value)) || right.value === "") return false;
  const limit = Number(right.value);
  if (sign === ">=" || sign === ">") {
    if (bounds.min !== undefined) return false;
    bounds.min = sign === ">" ? limit + 1 : limit;
    return true;
  }
  if ((sign !== "<=" && sign !== "<") || bounds.max !== undefined) return false;
  bounds.max = sign === "<" ? limit - 1 : limit;
  return true;
}

/** number(format-date(today(), '%Y')), with int() or without, or with now() */
function isThisYear(call: Expression): boolean {
  if (call.is !== "call") return false;
  const [first, second] = call.given;
  if ((call.name === "number" || call.name === "int") && first && !second) return isThisYear(first);
  return (
    call.name === "format-date" &&
    first?.is === "call" &&
    (first.name === "today" || first.name === "now") &&
    second?.is === "literal" &&
    second.value === "%Y"
  );
}
