import { limits } from "./report.ts";
import type { Comparison, Expression } from "./xlsform-expression.ts";

export type Token =
  | { is: "literal"; value: string | number }
  | { is: "question" | "sign" | "word"; value: string };

const signs: Record<string, Comparison> = {
  "=": "=",
  "==": "=",
  equal: "=",
  "!=": "!=",
  "<>": "!=",
  notequal: "!=",
  "<": "<",
  less: "<",
  "<=": "<=",
  lessorequal: "<=",
  ">": ">",
  greater: ">",
  ">=": ">=",
  greaterorequal: ">=",
  eq: "=",
  ne: "!=",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
};

/**
 * @param several whether a question takes several answers: `=` then means another thing than one of them
 * @returns undefined where the tokens say more than can be read: arithmetic, functions, something unfinished
 */
export function parseTokens(tokens: Token[], several: (name: string) => boolean): Expression | undefined {
  const parser = new Parser(tokens, several);
  const found = parser.or(0);
  return parser.done ? found : undefined;
}

const literal = (value: string | number): Expression => ({ is: "literal", value });
const question = (name: string): Expression => ({ is: "question", name });
/** Of "is empty", what is not is "is not empty"; of anything else, it stands before it. */
const not = (inner: Expression): Expression =>
  inner.is === "comparison" && inner.sign === "=" && inner.right.is === "literal" && inner.right.value === ""
    ? { ...inner, sign: "!=" }
    : { is: "call", name: "not", given: [inner] };
const selected = (name: string, value: string | number): Expression => ({
  is: "call",
  name: "selected",
  given: [question(name), literal(value)],
});
const chain = (is: "or" | "and", parts: Expression[]): Expression | undefined =>
  parts.length > 1 ? { is, parts } : parts[0];

/**
 * Reads tokens as a condition: comparisons, `empty`, `notempty`, `contains`, `anyof` and their like, and, or, not,
 * parentheses. Dialects differ in their tokens only.
 */
class Parser {
  private readonly tokens: Token[];
  private readonly several: (name: string) => boolean;
  private at = 0;

  constructor(tokens: Token[], several: (name: string) => boolean) {
    this.tokens = tokens;
    this.several = several;
  }

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  or = (depth: number): Expression | undefined =>
    this.chained(
      "or",
      ["||", "or"],
      () => this.chained("and", ["&&", "and"], () => this.plain(depth), depth),
      depth,
    );

  private chained(
    is: "or" | "and",
    words: string[],
    inner: () => Expression | undefined,
    depth: number,
  ): Expression | undefined {
    if (depth > limits.depth) return undefined;
    const parts: Expression[] = [];
    do {
      const part = inner();
      if (!part) return undefined;
      parts.push(part);
    } while (words.some((word) => this.take(word)));
    return chain(is, parts);
  }

  private plain(depth: number): Expression | undefined {
    if (this.take("!") || this.take("not") || this.take("negate")) {
      const inner = this.plain(depth + 1);
      return depth > limits.depth || !inner ? undefined : not(inner);
    }
    if (this.take("(")) {
      const inner = this.or(depth + 1);
      return inner && this.take(")") ? { ...inner, grouped: true } : undefined;
    }
    const left = this.operand();
    const next = this.tokens[this.at++];
    if (!left || !next || (next.is !== "sign" && next.is !== "word")) return undefined;
    return this.compared(left, next.value.toLowerCase());
  }

  private compared(left: Expression, word: string): Expression | undefined {
    const sign = Object.hasOwn(signs, word) ? signs[word] : undefined;
    if (sign) {
      const right = this.operand();
      const about = [left, right].find((one) => one?.is === "question");
      if (!right || (about?.is === "question" && this.several(about.name))) return undefined;
      return { is: "comparison", sign, left, right };
    }
    if (left.is !== "question") return undefined;
    const empty: Expression = { is: "comparison", sign: "=", left, right: literal("") };
    if (word === "empty") return empty;
    if (word === "notempty") return { ...empty, sign: "!=" };
    const values = this.values();
    if (!values) return undefined;
    const each = values.map((value) => selected(left.name, value));
    // Of one list, the answers are options of one condition.
    const any = () => chain("or", each);
    if (word === "anyof") return any();
    if (word === "contains" || word === "contain") return values.length === 1 ? each[0] : chain("and", each);
    if (word === "allof") return chain("and", each);
    const some = word === "noneof" || word === "notcontains" || word === "notcontain" ? any() : undefined;
    return some && not(some);
  }

  private operand(): Expression | undefined {
    const next = this.tokens[this.at++];
    if (next?.is === "literal") return literal(next.value);
    if (next?.is === "question") return question(next.value);
    // Truth and bare words stand without quotes; a bare word before a parenthesis is a function.
    const following = this.tokens[this.at];
    const calls = following?.is === "sign" && following.value === "(";
    return next?.is === "word" && !calls ? literal(next.value) : undefined;
  }

  private values(): (string | number)[] | undefined {
    const found: (string | number)[] = [];
    const list = this.take("[");
    do {
      const one = this.operand();
      if (one?.is !== "literal") return undefined;
      found.push(one.value);
    } while (list && this.take(","));
    return !list || this.take("]") ? found : undefined;
  }

  private take(value: string): boolean {
    const next = this.tokens[this.at];
    if (!next || next.is === "literal" || next.is === "question" || next.value.toLowerCase() !== value)
      return false;
    this.at++;
    return true;
  }
}
