import { type Difference, type DifferenceRule, differenceRules, type Shown } from "./difference-classes.ts";
import { textRule, type Words } from "./differences-text.ts";

/** Where a difference is and whose answers it is about. */
export type Place = Pick<Difference, "place" | "codes" | "about">;
type Part = Pick<Difference, "part" | "detail">;

/** Collects the differences of two versions. */
export class Differences {
  readonly found: Difference[] = [];
  readonly languages: readonly string[];
  readonly was: ReadonlySet<string>;
  readonly is: ReadonlySet<string>;

  /**
   * @param languages those both versions are asked in
   * @param was the codes answered before, @param is and now
   */
  constructor(languages: readonly string[], was: ReadonlySet<string>, is: ReadonlySet<string>) {
    this.languages = languages;
    this.was = was;
    this.is = is;
  }

  add(at: Place, part: Part, rule: DifferenceRule, before?: Shown, after?: Shown): void {
    const proposed: Difference["proposed"] = differenceRules[rule].proposed;
    const name = [at.place, part.part, part.detail ?? ""].filter(Boolean).join("/");
    const same = this.found.filter(({ key }) => key === name || key.startsWith(`${name}#`)).length;
    this.found.push({
      key: same ? `${name}#${same}` : name,
      ...at,
      ...part,
      rule,
      // Where nothing is answered, nothing can be mistaken for the answer to another question.
      proposed:
        proposed === "meaning" && at.codes.length === 0 && rule !== "respondent" ? "wording" : proposed,
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    });
  }

  /** A text respondents read. */
  text(at: Place, part: Part, before: Words | undefined, after: Words | undefined): void {
    const rule = textRule(before, after, this.languages);
    if (rule) this.add(at, part, rule, shown(before), shown(after));
  }

  /** A text that only tables, charts and files show. */
  label(at: Place, part: Part, before: Words | undefined, after: Words | undefined): void {
    if (textRule(before, after, this.languages)) this.add(at, part, "label", shown(before), shown(after));
  }

  /** Anything else, compared as it is written. */
  value(at: Place, part: Part, rule: DifferenceRule, before: unknown, after: unknown): void {
    if (!isSame(before, after)) this.add(at, part, rule, shownValue(before), shownValue(after));
  }
}

const shown = (words: Words | undefined): Shown | undefined => {
  const said = Object.entries(words ?? {}).filter((one): one is [string, string] => !!one[1]);
  return said.length > 0 ? { text: Object.fromEntries(said) } : undefined;
};

/** Values as a table shows them, without words of any language. */
function shownValue(value: unknown): Shown | undefined {
  if (value === undefined || value === "") return undefined;
  if (Array.isArray(value)) return { value: value.map((one) => plainOf(one)).join(", ") };
  return { value: plainOf(value) };
}
const plainOf = (value: unknown) => {
  if (value === true) return "✓";
  if (value === false) return "✗";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

export const isSame = (one: unknown, other: unknown) => sorted(one) === sorted(other);
/** The same words for the same value, whatever the order in which its fields were written. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? "";

/** Texts paragraph by paragraph as one. */
export const joined = (paragraphs: readonly Words[], languages: readonly string[]): Words =>
  Object.fromEntries(languages.map((one) => [one, paragraphs.map((text) => text[one] ?? "").join("\n")]));

/** Of those in both lists, the fewest whose moving makes the second order of the first. */
export function movedAmong(before: readonly string[], after: readonly string[]): string[] {
  const place = new Map(before.map((one, at) => [one, at]));
  const common = after.filter((one) => place.has(one));
  // The longest run that kept its order; how far it reaches back is kept for each.
  const runs: string[][] = [];
  for (const one of common) {
    const own = place.get(one) ?? 0;
    let best: string[] = [];
    for (const run of runs)
      if ((place.get(run.at(-1) ?? "") ?? -1) < own && run.length > best.length) best = run;
    runs.push([...best, one]);
  }
  const stay = new Set(runs.reduce((most, run) => (run.length > most.length ? run : most), []));
  return common.filter((one) => !stay.has(one));
}
