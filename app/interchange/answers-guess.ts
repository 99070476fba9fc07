import type { Instrument, Item } from "#app/instrument/definition.ts";
import { bare, type HeadingParts, headingParts, likeness, whatColumnTells } from "./answers-columns.ts";
import { type Place, placesIn, type Target } from "./answers-values.ts";

/** Alike enough to be taken for the same question until somebody says otherwise. */
const alike = 0.62;

/**
 * What each column of a file most likely is: by a code in its heading, else by the likeness of its words to a question.
 * No question is given to two columns.
 */
export function guessTargets(headings: readonly string[], instrument: Instrument): Target[] {
  const places = placesIn(instrument);
  const parts = headings.map(headingParts);
  const targets: Target[] = headings.map((heading) => {
    const told = whatColumnTells(heading);
    return told === "day" || told === "language" ? told : "";
  });
  const taken = new Set<Target>();
  // Of several columns that say the day, the first is when it was sent in.
  for (const known of ["day", "language"])
    for (const at of targets.flatMap((target, at) => (target === known ? [at] : [])).slice(1))
      targets[at] = "";
  const give = (at: number, target: Target | undefined) => {
    if (target === undefined || targets[at] !== "" || taken.has(target)) return;
    taken.add(target);
    targets[at] = target;
  };
  for (const [at, heading] of headings.entries()) give(at, byCode(heading, places));
  for (const [item, columns] of optionColumns(parts, targets, places))
    for (const [at, option] of columns) if (!taken.has(item)) give(at, `${item}.${option}`);
  // Best first, so that a near match does not take what another column is exactly.
  const whole = places.filter(({ option }) => option === undefined);
  const scores = parts.flatMap((part, at) =>
    targets[at] === ""
      ? whole.map(({ target, item }) => ({ at, target, score: likenessTo(part, item, headings[at]!) }))
      : [],
  );
  for (const { at, target } of scores
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score || a.at - b.at))
    if (![...taken].some((one) => one.startsWith(`${target}.`))) give(at, target);
  return targets;
}

/** EXM01 in "EXM01", "3、EXM01 …" and "[EXM01]"; BG13_skill and BG13[skill] for an option. */
function byCode(heading: string, places: readonly Place[]): Target | undefined {
  const words = heading.split(/[^A-Za-z0-9_]+/).filter(Boolean);
  const found = places.filter(({ item, option }) =>
    option === undefined
      ? words.includes(item.code)
      : words.includes(`${item.code}_${option}`) ||
        (words[0] === item.code && words[1] === option && words.length === 2),
  );
  // The option says more than the item it belongs to.
  return (found.find(({ option }) => option !== undefined) ?? found[0])?.target;
}

/** Columns of one number whose parts are the options of a question with several choices: item -> column and option. */
function optionColumns(
  parts: readonly HeadingParts[],
  targets: readonly Target[],
  places: readonly Place[],
): Map<string, [number, string][]> {
  const groups = new Map<string, number[]>();
  parts.forEach(({ number, part, text }, at) => {
    if (part === undefined || targets[at] !== "") return;
    const key = number ?? bare(text);
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  const found = new Map<string, [number, string][]>();
  for (const columns of groups.values()) {
    if (columns.length < 2) continue;
    const candidates = places.flatMap(({ item, option }) => {
      if (item.kind !== "multiple" || option !== undefined || found.has(item.code)) return [];
      const matched = columns.flatMap((at): [number, string][] => {
        const name = bare(parts[at]!.part!.replace(/^[A-Z][.、．:：]\s*/i, ""));
        const one = item.options.find(
          ({ code, label }) =>
            code === parts[at]!.part || Object.values(label).some((text) => bare(text) === name),
        );
        return one ? [[at, one.code]] : [];
      });
      return [{ item, matched }];
    });
    const best = candidates.sort((a, b) => b.matched.length - a.matched.length)[0];
    if (best && best.matched.length >= 2 && best.matched.length >= columns.length * 0.6)
      found.set(best.item.code, best.matched);
  }
  return found;
}

/** A matrix's row stands alone in the instrument; in a file it may stand behind the question of the whole. */
function likenessTo({ part, text }: HeadingParts, item: Item, heading: string): number {
  const said = [text, ...(part ? [part, `${text}${part}`] : []), heading];
  const asked = [...Object.values(item.text), ...Object.values(item.short ?? {})].filter(Boolean);
  return Math.max(0, ...said.flatMap((one) => asked.map((other) => likeness(one, other))));
}
