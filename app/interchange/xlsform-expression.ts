import { limits } from "./report.ts";

/** The part of XPath that forms use for conditions. `grouped` marks what stood in parentheses. */
export type Expression =
  | { is: "or" | "and"; parts: Expression[]; grouped?: true }
  | { is: "comparison"; sign: Comparison; left: Expression; right: Expression; grouped?: true }
  | { is: "call"; name: string; given: Expression[]; grouped?: true }
  | { is: "question"; name: string; grouped?: true }
  | { is: "literal"; value: string | number; grouped?: true }
  /** The answer itself, in constraints. */
  | { is: "self"; grouped?: true };

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

// Word processors turn quotes round.
const token =
  /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|[“”]([^“”]*)[“”]|\$\{\s*([^}\s]+)\s*\}|([A-Za-z_][\w-]*)|(!=|<=|>=|[=<>(),]|\.(?!\d)|-))/y;

type Token =
  | { is: "number"; value: number }
  | { is: "string"; value: string }
  | { is: "question" | "name" | "sign"; value: string };

/**
 * Reads an expression.
 * @returns undefined where it is not of the part that can be read: arithmetic, paths, an unfinished line
 */
export function parseExpression(text: string): Expression | undefined {
  if (text.length > limits.textLength) return undefined;
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const parser = new Parser(tokens);
  const found = parser.or(0);
  return parser.done ? found : undefined;
}

function tokensOf(text: string): Token[] | undefined {
  const plain = text.trim();
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < plain.length) {
    const [, number, single, double, turned, doublyTurned, question, name, sign] = token.exec(plain) ?? [];
    const quoted = single ?? double ?? turned ?? doublyTurned;
    if (number !== undefined) tokens.push({ is: "number", value: Number(number) });
    else if (quoted !== undefined) tokens.push({ is: "string", value: quoted });
    else if (question !== undefined) tokens.push({ is: "question", value: question });
    else if (name !== undefined) tokens.push({ is: "name", value: name });
    else if (sign !== undefined) tokens.push({ is: "sign", value: sign });
    else return undefined;
  }
  return tokens;
}

class Parser {
  private readonly tokens: Token[];
  private at = 0;

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  or = (depth: number): Expression | undefined => this.chain("or", (at) => this.and(at), depth);

  private and = (depth: number): Expression | undefined =>
    this.chain("and", (at) => this.comparison(at), depth);

  private chain(
    word: "or" | "and",
    inner: (depth: number) => Expression | undefined,
    depth: number,
  ): Expression | undefined {
    if (depth > limits.depth) return undefined;
    const parts: Expression[] = [];
    do {
      const part = inner(depth + 1);
      if (!part) return undefined;
      parts.push(part);
    } while (this.take("name", word));
    return parts.length === 1 ? parts[0] : { is: word, parts };
  }

  private comparison(depth: number): Expression | undefined {
    const left = this.primary(depth);
    const sign = (["=", "!=", "<=", ">=", "<", ">"] as const).find((one) => this.take("sign", one));
    if (!left || !sign) return left;
    const right = this.primary(depth);
    return right && { is: "comparison", sign, left, right };
  }

  private primary(depth: number): Expression | undefined {
    if (this.take("sign", "(")) {
      const inner = this.or(depth + 1);
      return inner && this.take("sign", ")") ? { ...inner, grouped: true } : undefined;
    }
    if (this.take("sign", ".")) return { is: "self" };
    const negative = this.take("sign", "-");
    const next = this.tokens[this.at++];
    if (next?.is === "number") return { is: "literal", value: negative ? -next.value : next.value };
    if (!next || negative) return undefined;
    if (next.is === "string") return { is: "literal", value: next.value };
    if (next.is === "question") return { is: "question", name: next.value };
    return next.is === "name" && this.take("sign", "(") ? this.call(next.value, depth) : undefined;
  }

  private call(name: string, depth: number): Expression | undefined {
    const given: Expression[] = [];
    if (!this.take("sign", ")")) {
      do {
        const one = this.or(depth + 1);
        if (!one) return undefined;
        given.push(one);
      } while (this.take("sign", ","));
      if (!this.take("sign", ")")) return undefined;
    }
    return { is: "call", name, given };
  }

  private take(is: Token["is"], value: string): boolean {
    const next = this.tokens[this.at];
    if (next?.is !== is || next.value !== value) return false;
    this.at++;
    return true;
  }
}
