import { parseTokens, type Token } from "./condition-parser.ts";
import { limits } from "./report.ts";
import type { Expression } from "./xlsform-expression.ts";

const token =
  /\s*(?:(-?\d+(?:\.\d+)?)(?![\w.])|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|\{([^}]*)\}|(<>|!=|<=|>=|==|&&|\|\||[=<>!()[\],])|([A-Za-z_]\w*))/y;

/**
 * Reads a condition of SurveyJS: {name} compared with words or numbers, `empty`, `notempty`, `contains`, `notcontains`,
 * `anyof`, `allof`, `noneof`, and, or, not, parentheses.
 * @param several whether a question takes several answers: `=` then means another thing than one of them
 * @returns undefined where it says more than that: arithmetic, functions, questions compared with questions
 */
export function parseSurveyjs(text: string, several: (name: string) => boolean): Expression | undefined {
  if (text.length > limits.textLength) return undefined;
  const tokens = tokensOf(text.trim());
  return tokens && parseTokens(tokens, several);
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
