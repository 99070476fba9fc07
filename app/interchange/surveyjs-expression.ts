import { limits } from "./report.ts";
import type { Comparison, Expression } from "./xlsform-expression.ts";

const token =
  /\s*(?:(-?\d+(?:\.\d+)?)(?![\w.])|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|\{([^}]*)\}|(<>|!=|<=|>=|==|&&|\|\||[=<>!()[\],])|([A-Za-z_]\w*))/y;

type Token = { is: "literal"; value: string | number } | { is: "question" | "sign" | "word"; value: string };

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
};

/**
 * Reads a condition of SurveyJS: {name} compared with words or numbers, `empty`, `notempty`, `contains`, `notcontains`,
 * `anyof`, `allof`, `noneof`, and, or, not, parentheses.
 * @param several whether a question takes several answers: `=` then means another thing than one of them
 * @returns undefined where it says more than that: arithmetic, functions, questions compared with questions
 */
export function parseSurveyjs(text: string, several: (name: string) => boolean): Expression | undefined {
  if (text.length > limits.textLength) return undefined;
  const tokens = tokensOf(text.trim());
  if (!tokens) return undefined;
  const parser = new Parser(tokens, several);
  const found = parser.or(0);
  return parser.done ? found : undefined;
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const [, number, single, double, question, sign, word] = token.exec(text) ?? [];
    const quoted = single ?? double;
    if (number !== undefined) tokens.push({ is: "literal", value: Number(number) });
    else if (quoted !== undefined) tokens.push({ is: "literal", value: quoted.replace(/\\(.)/g, "$1") });
    else if (question !== undefined) tokens.push({ is: "question", value: question.trim() });
    else if (sign !== undefined) tokens.push({ is: "sign", value: sign });
    else if (word !== undefined) tokens.push({ is: "word", value: word });
    else return undefined;
  }
  return tokens;
}

const literal = (value: string | number): Expression => ({ is: "literal", value });
const question = (name: string): Expression => ({ is: "question", name });
const not = (inner: Expression): Expression => ({ is: "call", name: "not", given: [inner] });
const selected = (name: string, value: string | number): Expression => ({
  is: "call",
  name: "selected",
  given: [question(name), literal(value)],
});
const chain = (is: "or" | "and", parts: Expression[]): Expression | undefined =>
  parts.length > 1 ? { is, parts } : parts[0];

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
