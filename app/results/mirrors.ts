import type { Instrument } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import { newcombe } from "#app/statistics/index.ts";
import type { Policy } from "./policy.ts";
import { fewestToTest, proportionOf } from "./testable.ts";
import type { Interval, ItemBlock, Shown, ThemeResult } from "./view.ts";

export type Respondent = Instrument["respondent"];

/** One kind of respondents: what they said on the items that another kind was asked from its own side. */
export interface MirrorSide {
  respondent: Respondent;
  base: Shown<{ n: number }>;
  items: MirrorItem[];
  themes: { code: string; title: Text; result: Shown<Pick<ThemeResult, "n" | "mean" | "score">> }[];
}
export interface MirrorItem extends Omit<ItemBlock, "scored"> {
  theme: string | undefined;
  mirrors: readonly string[];
}

/** The same question from several sides. The students' item leads. */
export interface Mirror {
  code: string;
  theme: string | undefined;
  sides: { respondent: Respondent; item: MirrorItem; difference?: Interval }[];
}

/** Kinds of respondents side by side. */
export interface Mirrors {
  bases: Pick<MirrorSide, "respondent" | "base">[];
  mirrors: Mirror[];
  /** Scales of the same name on both sides: made of different items, so never subtracted. */
  themes: {
    code: string;
    title: Text;
    sides: { respondent: Respondent; result: MirrorSide["themes"][number]["result"] }[];
  }[];
}

/** What of two instruments' items ask the same thing, whichever of them says so. */
export const mirrorEachOther = (
  one: { code: string; mirrors: readonly string[] },
  other: { code: string; mirrors: readonly string[] },
): boolean => one.mirrors.includes(other.code) || other.mirrors.includes(one.code);

/**
 * Sets sides beside each other, from numbers that are shown and from nothing else. They share nobody, so that differences
 * of favourable shares (the other side minus the students) have Newcombe's interval.
 */
export function setSideBySide(students: MirrorSide, others: readonly MirrorSide[], policy: Policy): Mirrors {
  const mirrors = students.items.flatMap((item): Mirror[] => {
    const sides = others.flatMap(({ respondent, items }) =>
      items
        .filter((other) => mirrorEachOther(item, other))
        .map((other) => ({ respondent, item: other, ...differenceOf(item, other, policy) })),
    );
    if (sides.length === 0) return [];
    const { code, theme } = item;
    return [{ code, theme, sides: [{ respondent: students.respondent, item }, ...sides] }];
  });
  const all = [students, ...others];
  return {
    bases: all.map(({ respondent, base }) => ({ respondent, base })),
    mirrors,
    themes: students.themes.flatMap(({ code, title }) => {
      const sides = all.flatMap(({ respondent, themes }) => {
        const theme = themes.find((one) => one.code === code);
        return theme ? [{ respondent, result: theme.result }] : [];
      });
      return sides.length > 1 ? [{ code, title, sides }] : [];
    }),
  };
}

/** The difference of two shares, where both are exact, answered on as many points, and mean the same. */
function differenceOf(item: MirrorItem, other: MirrorItem, policy: Policy): { difference?: Interval } {
  const [mine, theirs] = [item.result, other.result];
  if (!mine.shown || !theirs.shown || item.direction !== other.direction) return {};
  if (mine.points.length !== theirs.points.length) return {};
  const least = fewestToTest(policy);
  const [a, b] = [proportionOf(theirs, least), proportionOf(mine, least)];
  const interval = a && b && newcombe(a, b);
  if (!interval?.computable) return {};
  const { difference: estimate, low, high } = interval;
  return { difference: { estimate, low, high } };
}
