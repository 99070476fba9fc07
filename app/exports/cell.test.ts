import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardText, unguardText } from "./cell.ts";

const attacks = [
  '=HYPERLINK("http://evil","x")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  " =1+1",
  "\u3000=1+1",
  "\ufeff=1+1",
  "好的\n=1+1",
  "好的\r\n@SUM(A1)",
  "'=1+1",
];

describe("guardText", () => {
  test.each(attacks)("leaves no line of %j that a spreadsheet reads as a formula", (attack) => {
    for (const line of guardText(attack).split(/\r\n|\r|\n/)) {
      expect(line).not.toMatch(/^[\s\u3000\ufeff]*[=+\-@＝＋－＠]/u);
      expect(line).not.toMatch(/^\t/);
    }
    expect(guardText(attack)).not.toMatch(/^[\r\n\t]/);
    expect(guardText(attack)).not.toBe(attack);
  });

  test.each(["3月2日", "课程很好，1+X证书有用", "a=b", "n = 5", ""])("leaves %j as it is", (harmless) => {
    expect(guardText(harmless)).toBe(harmless);
  });

  test("can be undone for every text", () => {
    const piece = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "＝",
      "'",
      "\t",
      "\r",
      "\n",
      "\r\n",
      " ",
      "\u3000",
      "甲",
      "a",
      ",",
      '"',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (given) => unguardText(guardText(given)) === given),
      { numRuns: 2000 },
    );
  });

  test("never makes two texts one", () => {
    expect(guardText("=1")).not.toBe(guardText("'=1"));
  });
});
