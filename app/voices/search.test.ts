import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanSearch, contains, markHits, storedPattern } from "./search.ts";

const exactly = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** What a database does with `lower(json) like lower(pattern) escape '!'`, for checking patterns without one. */
function like(text: string, pattern: string): boolean {
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at] as string;
    if (letter === "!") source += exactly(pattern[++at] as string);
    else source += letter === "%" ? "[^]*" : letter === "_" ? "[^]" : exactly(letter);
  }
  return new RegExp(`^${source}$`, "i").test(text);
}

test("finds Chinese by any part, without cutting it into words", () => {
  expect(contains("考试当天监考很严格", "监考很")).toBe(true);
  expect(contains("考试当天监考很严格", "严监")).toBe(false);
});

test("Latin letters match whatever their case, and nothing else is changed", () => {
  expect(contains("The EXAM was fair", "exam WAS")).toBe(true);
  expect(contains("ß", "ss")).toBe(false);
});

test("a space also stands for a line break", () => {
  expect(contains("first line\nsecond", "line second")).toBe(true);
});

test("wildcards are letters", () => {
  expect(contains("100", "1%0")).toBe(false);
  expect(like(JSON.stringify({ OPC01: "100" }), storedPattern("1_0"))).toBe(false);
  expect(like(JSON.stringify({ OPC01: "1_0" }), storedPattern("1_0"))).toBe(true);
});

test("hits are marked where they stand, and the words stay whole", () => {
  expect(markHits("Exam, exam.", "exam")).toEqual([
    { text: "Exam", hit: true },
    { text: ", ", hit: false },
    { text: "exam", hit: true },
    { text: ".", hit: false },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ maxLength: 3 }), (answer, search) => {
      expect(
        markHits(answer, search)
          .map((one) => one.text)
          .join(""),
      ).toBe(answer);
    }),
  );
});

test("the stored pattern misses no answer that contains the search", () => {
  const letter = fc.constantFrom("a", "A", "%", "_", "!", '"', "\\", "考", "😀", "\n", " ", "\u0007");
  fc.assert(
    fc.property(
      fc.string({ unit: letter, maxLength: 12 }),
      fc.string({ unit: letter, maxLength: 3 }),
      (answer, typed) => {
        const search = cleanSearch(typed);
        fc.pre(contains(answer, search));
        expect(like(JSON.stringify({ OPC01: answer }), storedPattern(search))).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test("what is typed is trimmed, cut at 60 characters and never a torn one", () => {
  expect(cleanSearch("  a \n b ")).toBe("a b");
  expect(cleanSearch("😀".repeat(70))).toBe("😀".repeat(60));
  expect(cleanSearch("x\ud83d")).toBe("x");
});
