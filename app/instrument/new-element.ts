import type { WrittenItem } from "#app/questions/index.ts";
import type { Definition } from "./definition.ts";

export type WrittenKind = WrittenItem["kind"];
export type AnswerScale = Definition["scales"][string];

/** The name of a picture that has not been chosen yet: no picture's bytes make this hash. */
export const noPicture = "0".repeat(64);

/** A text that nobody has written yet, in every language of the instrument and of the product. */
export const emptyText = ({ languages }: Pick<Definition, "languages">) => ({
  "zh-CN": "",
  en: "",
  ...Object.fromEntries(languages.map((language) => [language, ""])),
});

/** An item of a kind with nothing written yet: of the right shape, for its author to fill in. */
export function newElement(kind: WrittenKind, definition: Definition, code: string): WrittenItem {
  const empty = () => emptyText(definition);
  const shared = { code, rev: 1, text: empty(), required: false, background: false, mirrors: [] };
  const options = ["a", "b"].map((one) => ({ code: one, label: empty() }));
  switch (kind) {
    case "scale": {
      const scale = Object.keys(definition.scales)[0] ?? "";
      return { kind, ...shared, scale, allowNA: false, reverse: false, direction: "favourable" };
    }
    case "single":
    case "multiple":
    case "ranking":
      return { kind, ...shared, options };
    case "sum":
      return { kind, ...shared, options, total: 100 };
    case "check":
      return { kind, ...shared, options, expect: "a" };
    case "year":
      return { kind, ...shared, min: 2000, max: "current" };
    case "date":
      return { kind, ...shared, precision: "month", min: "2000-01", max: "current" };
    case "catalogue":
    case "consent":
      return { kind, ...shared };
    case "text":
      return { kind, ...shared, maxLength: 1000 };
    case "short":
      return { kind, ...shared, format: "plain", maxLength: 100 };
    case "number":
      return { kind, ...shared, decimals: 0, bands: [] };
    case "differential":
      return { kind, ...shared, left: empty(), right: empty(), points: 7 };
    case "nps":
      return {
        ...{ kind, ...shared },
        low: { ...empty(), "zh-CN": "完全不可能", en: "Not at all likely" },
        high: { ...empty(), "zh-CN": "非常可能", en: "Extremely likely" },
      };
    case "slider":
      return { kind, ...shared, steps: [0, 25, 50, 75, 100].map((value) => ({ value })) };
    case "section":
      return { kind, ...shared, body: [] };
    case "image":
      return { kind, ...shared, file: noPicture, width: 1, height: 1, alt: empty() };
    case "matrix": {
      const rows = [1, 2].map((row) => ({ code: `${code.slice(0, 30)}_${row}`, rev: 1, text: empty() }));
      return { kind, ...shared, rows, options, several: false };
    }
  }
}

/** Five points from strongly disagree to strongly agree: what most statements are answered on. */
export function newScale(definition: Definition): AnswerScale {
  const words = [
    ["非常不同意", "Strongly disagree"],
    ["不同意", "Disagree"],
    ["一般", "Neither agree nor disagree"],
    ["同意", "Agree"],
    ["非常同意", "Strongly agree"],
  ] as const;
  return {
    kind: "agreement",
    points: words.map(([chinese, english], index) => ({
      value: index + 1,
      label: { ...emptyText(definition), "zh-CN": chinese, en: english },
    })),
  };
}
