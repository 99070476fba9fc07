import type { FindingCode } from "#app/instrument/check.ts";
import { nameIn } from "#app/instrument/language-names.ts";
import type { Messages } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type { NamedFinding } from "./check-data.ts";

type Group = keyof Messages["checks"]["groups"];

const groups: Record<Group, RegExp> = {
  routing: /^(unreachable|dead-end|nothing-|not-proved|na-compares|unknown-language|tick-routed)/,
  wording: /^(double|leading|long)/,
  languages: /^(missing-text|pipe)/,
  scoring: /^(scored|min-valid|bipolar)/,
  privacy: /^asks/,
  codes: /twice$|^reserved/,
  settings: /./,
};

/** Which group of hints a finding belongs to. */
export const groupOf = (code: FindingCode): Group =>
  (Object.keys(groups) as Group[]).find((one) => groups[one].test(code)) ?? "settings";

/** A finding as a sentence. Languages are called by their names, not their tags. */
export function findingWords(
  { code, details }: NamedFinding,
  checks: Messages["checks"],
  reader: Language,
): string {
  const named = Object.entries(details).map(([key, value]) => {
    if (key !== "language" && key !== "languages") return [key, value];
    const names = String(value)
      .split(", ")
      .map((tag) => nameIn(tag, reader));
    return [key, names.join(reader === "zh-CN" ? "、" : ", ")];
  });
  return fill(checks.findings[code], Object.fromEntries(named));
}
