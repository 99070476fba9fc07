import type { Text } from "#app/locales/language.ts";
import type { Verdict } from "#app/statistics/verdict.ts";
import type { Interval, ItemResult, ThemeBlock, View } from "./view.ts";

export interface ThemeFinding {
  code: string;
  title: Text;
  meaning: Text;
  verdict: Exclude<Verdict, "none">;
  mean: Interval;
  score: Interval;
  n: number;
}
export interface ItemFinding {
  theme: string;
  item: ItemResult;
}
export interface Findings {
  /** Themes with a verdict, the clearest first: those whose interval keeps furthest from neutral. */
  themes: ThemeFinding[];
  /** Statements with the highest and the lowest favourable share, each list the most extreme first. */
  strongest: ItemFinding[];
  weakest: ItemFinding[];
}

/**
 * What a page may say in words about a view: themes by the verdict rule (the whole 95 % interval of the mean on one
 * side of neutral), statements by their Wilson interval: "strongest" only where its lower end is above one half,
 * "weakest" only where its upper end is below. Takes shown results only; nothing is added to them.
 *
 * @param most how many statements each list holds at most
 */
export function findings(view: View, most = 3): Findings {
  const themes = view.themes.flatMap(({ code, title, meaning, result }): ThemeFinding[] => {
    if (!result.shown || result.verdict === "none") return [];
    const { verdict, mean, score, n } = result;
    return [{ code, title, meaning, verdict, mean, score, n }];
  });
  const items = [...view.themes, ...view.unscored].flatMap(({ code, items }) =>
    items.flatMap(({ result }): ItemFinding[] => (result.shown ? [{ theme: code, item: result }] : [])),
  );
  const low = ({ item }: ItemFinding) => item.favourable.low ?? 0;
  const high = ({ item }: ItemFinding) => item.favourable.high ?? 1;
  return {
    themes: themes.sort((a, b) => clearance(b.score) - clearance(a.score)),
    strongest: items
      .filter((one) => low(one) > 0.5)
      .sort((a, b) => low(b) - low(a))
      .slice(0, most),
    weakest: items
      .filter((one) => high(one) < 0.5)
      .sort((a, b) => high(a) - high(b))
      .slice(0, most),
  };
}

/** How far the near end of an interval on 0..100 keeps from the neutral 50; negative when it holds it. */
const clearance = ({ low, high }: Interval): number => Math.max(low - 50, 50 - high);

export type ItemOrder = "instrument" | "favourable";

/** Items as asked, or the most favourable first with hidden ones last. Equal shares keep the instrument's order. */
export function sortItems(items: ThemeBlock["items"], order: ItemOrder): ThemeBlock["items"] {
  if (order === "instrument") return items;
  const share = ({ result }: ThemeBlock["items"][number]): number => {
    if (!result.shown) return -1;
    const { share } = result.favourable;
    return typeof share === "number" ? share : share.value;
  };
  return items.toSorted((a, b) => share(b) - share(a));
}
