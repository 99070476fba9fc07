import type { Condition } from "#app/questions/base.ts";
import { Unreadable } from "./report.ts";
import { type Comparison, type Expression, parseExpression } from "./xlsform-expression.ts";

/** A question asked before, as conditions may speak of it. */
export interface Asked {
  code: string;
  /**
   * What the file calls each possible answer, and what it is here; undefined where any words may be answered. A year
   * without a last one ends far in the future.
   */
  values: Map<string, string | number> | undefined;
  /** Its answers are numbers, to be compared as such. */
  numeric?: boolean;
}

/** An expression as a condition; `reworded` where comparisons of size became lists of answers. */
export interface Routing {
  condition: Condition;
  reworded: boolean;
}

/** How many answers the conditions of one file may look through: short lines can ask for very long lists. */
export const routingBudget = () => ({ left: 500_000 });

/**
 * What a form's `relevant` means as a condition on earlier answers.
 * @param asked by the name the file gives the question
 * @returns undefined where it cannot be expressed
 */
export function readRouting(
  text: string,
  asked: Map<string, Asked>,
  budget = routingBudget(),
): Routing | undefined {
  const expression = parseExpression(text);
  return expression && routingOf(expression, asked, budget);
}

/**
 * The same of an expression already taken apart.
 * @throws Unreadable where the budget is spent
 */
export function routingOf(
  expression: Expression,
  asked: Map<string, Asked>,
  budget = routingBudget(),
): Routing | undefined {
  const reader = new Reader(asked, budget);
  const condition = reader.read(expression);
  return condition && { condition, reworded: reader.reworded };
}

class Reader {
  reworded = false;
  private readonly asked: Map<string, Asked>;
  private readonly budget: { left: number };

  constructor(asked: Map<string, Asked>, budget: { left: number }) {
    this.asked = asked;
    this.budget = budget;
  }

  read(expression: Expression): Condition | undefined {
    if (expression.is === "or" || expression.is === "and") return this.chain(expression.is, expression.parts);
    if (expression.is === "comparison") return this.comparison(expression);
    if (expression.is !== "call") return undefined;
    const [first, second] = expression.given;
    if (expression.name === "not" && first && !second) {
      const inner = this.read(first);
      return inner && { not: inner };
    }
    if (expression.name !== "selected" || first?.is !== "question" || !second) return undefined;
    const wanted = literalOf(second);
    return wanted === undefined ? undefined : this.equals(first.name, wanted);
  }

  private chain(word: "or" | "and", parts: Expression[]): Condition | undefined {
    // "… or false()" and "… and true()" say nothing, but that the other is one of several.
    const idle = (one: Expression) => one.is === "call" && one.name === (word === "or" ? "false" : "true");
    const read: Condition[] = [];
    let mayJoin = false;
    for (const part of parts.filter((one) => !idle(one))) {
      const condition = this.read(part);
      if (!condition) return undefined;
      const last = read.at(-1);
      // ${q} = 'a' or ${q} = 'b' is one condition with two answers.
      if (
        word === "or" &&
        mayJoin &&
        !part.grouped &&
        last &&
        "in" in last &&
        "in" in condition &&
        last.item === condition.item
      )
        last.in.push(...condition.in);
      else read.push(condition);
      mayJoin = !part.grouped;
    }
    if (read.length === 0) return undefined;
    const [only] = read;
    if (only && read.length === 1 && !parts.some(idle)) return only;
    return word === "or" ? { any: read } : { all: read };
  }

  private comparison({ sign, left, right }: Expression & { is: "comparison" }): Condition | undefined {
    if (literalOf(left) !== undefined)
      return this.comparison({ is: "comparison", sign: turned[sign], left: right, right: left });
    const wanted = literalOf(right);
    if (wanted === undefined) return undefined;
    if (left.is === "call") return this.counted(left, sign, wanted);
    if (left.is !== "question") return undefined;
    if (sign === "=" || sign === "!=") {
      if (wanted === "") return this.answered(left.name, sign === "!=");
      const equal = this.equals(left.name, wanted);
      return equal && sign === "!=" ? { not: equal } : equal;
    }
    return this.larger(left.name, sign, Number(wanted));
  }

  private equals(name: string, wanted: string | number): Condition | undefined {
    const question = this.asked.get(name);
    if (!question) return undefined;
    if (question.numeric)
      return Number.isNaN(Number(wanted)) ? undefined : { item: question.code, in: [Number(wanted)] };
    const value = question.values ? question.values.get(String(wanted)) : wanted;
    return value === undefined ? undefined : { item: question.code, in: [value] };
  }

  /** Whether there is an answer. A tick has none that could be asked for. */
  private answered(name: string, answered: boolean): Condition | undefined {
    const question = this.asked.get(name);
    if (!question || question.values?.size === 0) return undefined;
    return { item: question.code, answered };
  }

  /** count-selected(${q}) > 0 and string-length(${q}) > 0 ask whether there is an answer. */
  private counted(
    call: Expression & { is: "call" },
    sign: Comparison,
    wanted: string | number,
  ): Condition | undefined {
    const [question] = call.given;
    if (!["count-selected", "string-length"].includes(call.name) || question?.is !== "question")
      return undefined;
    const said = `${sign}${wanted}`;
    if ([">0", ">=1", "!=0"].includes(said)) return this.answered(question.name, true);
    return ["=0", "<1", "<=0"].includes(said) ? this.answered(question.name, false) : undefined;
  }

  private spend(answers: number): void {
    this.budget.left -= answers;
    if (this.budget.left < 0) throw new Unreadable("tooMany");
  }

  private larger(name: string, sign: Comparison, limit: number): Condition | undefined {
    const question = this.asked.get(name);
    if (Number.isNaN(limit) || sign === "=") return undefined;
    if (question?.numeric) return { item: question.code, is: sign, than: limit };
    if (!question?.values) return undefined;
    this.spend(question.values.size);
    const fits = [...question.values].filter(([called]) => compare(Number(called), sign, limit));
    this.reworded = true;
    return fits.length === 0 ? undefined : { item: question.code, in: fits.map(([, value]) => value) };
  }
}

const turned: Record<Comparison, Comparison> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

const compare = (value: number, sign: Comparison, limit: number) =>
  sign === "<"
    ? value < limit
    : sign === "<="
      ? value <= limit
      : sign === ">"
        ? value > limit
        : value >= limit;

/** What an expression says literally: a text, a number, or texts put together. */
function literalOf(expression: Expression): string | number | undefined {
  if (expression.is === "literal") return expression.value;
  if (expression.is !== "call" || expression.name !== "concat") return undefined;
  const parts = expression.given.map((one) => (one.is === "literal" ? String(one.value) : undefined));
  return parts.includes(undefined) ? undefined : parts.join("");
}

/**
 * A condition as `relevant` says it; reading it back gives the same condition.
 * @param several whether the question with a code takes several answers
 */
export function writeRouting(condition: Condition, several: (code: string) => boolean): string {
  if ("not" in condition) return `not(${writeRouting(condition.not, several)})`;
  if ("answered" in condition) return `\${${condition.item}} ${condition.answered ? "!=" : "="} ''`;
  if ("is" in condition) return `\${${condition.item}} ${condition.is} ${quoted(condition.than)}`;
  if ("item" in condition) {
    const question = `\${${condition.item}}`;
    return condition.in
      .map((value) =>
        several(condition.item)
          ? `selected(${question}, ${quoted(value)})`
          : `${question} = ${quoted(value)}`,
      )
      .join(" or ");
  }
  const [parts, word, idle] =
    "all" in condition ? [condition.all, "and", "true()"] : [condition.any, "or", "false()"];
  const written = parts.map((one) => `(${writeRouting(one, several)})`);
  return (written.length === 1 ? [...written, idle] : written).join(` ${word} `);
}

/** A literal; XPath has no escape for quotes inside quotes. */
function quoted(value: string | number): string {
  if (typeof value === "number") return String(value);
  if (!value.includes("'")) return `'${value}'`;
  if (!value.includes('"')) return `"${value}"`;
  return `concat(${value
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`;
}
