import type { CodeForm, Values } from "./field.ts";
import { inside } from "./field.ts";

/** A text in the instrument's languages; what it says in others is kept. Undefined where nothing is said at all. */
export function readText(
  name: string,
  values: Values,
  languages: readonly string[],
  base: Record<string, string> | undefined,
): Record<string, string> | undefined {
  const text: Record<string, string> = { "zh-CN": "", en: "", ...base };
  for (const language of languages) {
    const typed = (values[inside(name, language)] ?? "").replace(/\r\n?/g, "\n");
    const said = typed === base?.[language] ? typed : typed.trim();
    if (said || language in text) text[language] = said;
  }
  return Object.values(text).some(Boolean) ? text : undefined;
}

/** A number as people type it, full-width digits too; undefined for an empty field, a problem for anything else. */
export function readNumber(typed: string | undefined): number | undefined | { problem: string } {
  const plain = (typed ?? "").normalize("NFKC").replace(/[,\s]/g, "");
  if (!plain) return undefined;
  return /^[+-]?\d{1,12}(\.\d{1,10})?$/.test(plain) ? Number(plain) : { problem: "not-a-number" };
}

/** What a code may look like; the definition's own rules, said here in the reader's terms. */
const forms: Record<CodeForm, { shape: RegExp; problem: string }> = {
  item: { shape: /^[A-Z][A-Z0-9_]{1,31}$/, problem: "not-an-item-code" },
  option: { shape: /^[a-z0-9_]{1,32}$/, problem: "not-an-option-code" },
  page: { shape: /^[a-z][a-z0-9-]{0,31}$/, problem: "not-a-page-code" },
};

/** A code, in the case it is written in; a problem for what is none. */
export function readCode(typed: string, form: CodeForm): { code: string; problem?: string } {
  const plain = typed.normalize("NFKC").trim();
  const code = form === "item" ? plain.toUpperCase() : plain.toLowerCase();
  if (!code) return { code, problem: "required" };
  return forms[form].shape.test(code) ? { code } : { code, problem: forms[form].problem };
}

export const isMonth = (typed: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(typed);
/** A month as people write it: 2024-5, 2024/05, 2024年5月. */
export function readMonth(typed: string): string {
  const [, year, month] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(typed.normalize("NFKC").trim()) ?? [];
  return year && month ? `${year}-${month.padStart(2, "0")}` : typed.trim();
}

export const readList = (typed: string): string[] => [
  ...new Set(
    typed
      .normalize("NFKC")
      .split(/[,、;\s]+/)
      .filter(Boolean),
  ),
];
