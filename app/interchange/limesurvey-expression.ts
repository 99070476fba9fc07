import { parseTokens, type Token } from "./condition-parser.ts";
import { limits } from "./report.ts";
import type { Expression } from "./xlsform-expression.ts";

const token =
  /\s*(?:is_empty\(\s*([A-Za-z]\w*|\d+X\d+X\w+)(?:\.(\w+))?\s*\)|(\d+X\d+X\w+)(?:\.(\w+))?|(-?\d+(?:\.\d+)?)(?![\w.])|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(!=|<=|>=|==|&&|\|\||[=<>!()])|([A-Za-z]\w*)(?:\.(\w+))?)/y;
const words = new Set(["and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge"]);
/** What of a question a name may stand for and still mean its answer. */
const answer = new Set([undefined, "NAOK", "code", "value", "valueNAOK"]);

/**
 * Reads a relevance equation of LimeSurvey: answers compared with words or numbers, is_empty(), and, or, not.
 * @param nameOf the name by which the draft knows what an equation names
 * @param several whether a question takes several answers
 * @returns undefined where it says more than that: functions, sums, `self`
 */
export function parseRelevance(
  text: string,
  nameOf: (name: string) => string,
  several: (name: string) => boolean,
): Expression | undefined {
  if (text.length > limits.textLength) return undefined;
  const plain = text.trim();
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < plain.length) {
    const found = token.exec(plain);
    if (!found) return undefined;
    const [, empty, emptyPart, numbered, numberedPart, number, single, double, sign, name, part] = found;
    const question = empty ?? numbered ?? (name && !words.has(name.toLowerCase()) ? name : undefined);
    const quoted = single ?? double;
    if (question !== undefined) {
      if (!answer.has(emptyPart ?? numberedPart ?? part)) return undefined;
      tokens.push({ is: "question", value: nameOf(question) });
      if (empty) tokens.push({ is: "word", value: "empty" });
    } else if (number !== undefined) tokens.push({ is: "literal", value: Number(number) });
    else if (quoted !== undefined) tokens.push({ is: "literal", value: quoted.replace(/\\(.)/g, "$1") });
    else if (sign !== undefined) tokens.push({ is: "sign", value: sign });
    else if (name !== undefined) tokens.push({ is: "word", value: name });
  }
  return parseTokens(tokens, several);
}
