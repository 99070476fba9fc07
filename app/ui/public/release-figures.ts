import { aroundMiddle, byFavour, clearestGroups, difficultyOf, isThemeShown } from "#app/briefs/findings.ts";
import type {
  Release,
  ReleaseGroups,
  ReleaseItem,
  ReleaseTheme,
  ReleaseVariable,
} from "#app/briefs/release.ts";
import { type StoredShare, shareText, shareValue, type WhyHidden } from "#app/briefs/shown.ts";
import { dayText } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type {
  BarsFigure,
  DivergingFigure,
  DivergingRow,
  Figure,
  FigureFooter,
  FiveShares,
  MeansFigure,
} from "../charts/figure.ts";

/** A chart of a release. The name is part of its files' names and the same in every language. */
export interface ReleaseFigure {
  name: string;
  section: "themes" | "theme" | "difficulty" | "overall" | "groups";
  figure: Figure;
}

/** Every chart of a release, in the order of the page. */
export function releaseFigures(release: Release, language: Language): ReleaseFigure[] {
  const draw = new Drafting(release, language);
  const difficulty = difficultyOf(release);
  const unscored = release.unscored.filter((block) => block.items.some((item) => item.result.shown));
  return [
    ...(release.themes.some(isThemeShown)
      ? [{ name: "themes", section: "themes" as const, figure: draw.themes() }]
      : []),
    ...release.themes
      .filter((theme) => theme.items.some((item) => item.result.shown))
      .map((theme) => ({
        name: `theme-${theme.code}`,
        section: "theme" as const,
        figure: draw.items(theme),
      })),
    ...(difficulty && aroundMiddle(difficulty)
      ? [{ name: difficulty.code, section: "difficulty" as const, figure: draw.bars(difficulty) }]
      : []),
    ...unscored.map((block) => ({
      name: `items-${block.code}`,
      section: "overall" as const,
      figure: draw.items(block),
    })),
    ...clearestGroups(release).map((table) => ({
      name: `groups-${table.theme.code}`,
      section: "groups" as const,
      figure: draw.groups(table),
    })),
  ];
}

class Drafting {
  readonly release: Release;
  readonly language: Language;
  readonly footer: FigureFooter;

  constructor(release: Release, language: Language) {
    this.release = release;
    this.language = language;
    this.footer = {
      study: release.title[language],
      n: release.n,
      date: dayText(release.date, language),
      synthetic: release.synthetic,
    };
  }

  get words() {
    return messagesIn(this.language).brief;
  }

  #hidden(why: WhyHidden): string {
    return fill(messagesIn(this.language).common.hidden[why], { k: this.release.k });
  }

  themes(): MeansFigure {
    return {
      kind: "means",
      axis: "1-5",
      title: this.words.figures.themes,
      note: this.words.figures.meansNote,
      footer: this.footer,
      rows: this.release.themes.map(({ title, result }) =>
        result.shown
          ? {
              label: title[this.language],
              detail: this.words.verdict[result.verdict],
              n: result.n,
              mean: result.mean.estimate,
              low: result.mean.low,
              high: result.mean.high,
            }
          : { label: title[this.language], hidden: this.#hidden(result.why) },
      ),
    };
  }

  items({ title, items }: Pick<ReleaseTheme, "title" | "items">): DivergingFigure {
    const { points, notApplicable } = this.release.scale;
    const shown = byFavour(items).map((item) => this.#row(item));
    const hidden = items.flatMap(({ text, result }) =>
      result.shown ? [] : [{ label: text[this.language], hidden: this.#hidden(result.why) }],
    );
    return {
      kind: "diverging",
      title: fill(this.words.figures.theme, { theme: title[this.language] }),
      note: this.words.figures.sorted,
      footer: this.footer,
      legend: {
        scale: points.map((label) => label[this.language]) as unknown as DivergingFigure["legend"]["scale"],
        na: notApplicable[this.language],
      },
      rows: [...shown, ...hidden],
    };
  }

  #row(item: ReleaseItem & { result: { shown: true } }): DivergingRow {
    const { n, points, favourable, unfavourable, notApplicable } = item.result;
    const shares = fiveShares(points.map((point) => point.share));
    const coarse = typeof favourable.share !== "number" || typeof unfavourable !== "number";
    return {
      label: item.text[this.language],
      n,
      shares: item.reverse ? ([...shares].reverse() as unknown as FiveShares) : shares,
      ...(item.reverse ? { reversed: true } : {}),
      ...(notApplicable ? { na: notApplicable / (n + notApplicable) } : {}),
      favourable: shareValue(favourable.share),
      unfavourable: shareValue(unfavourable),
      ...(coarse
        ? { words: { favourable: shareText(favourable.share), unfavourable: shareText(unfavourable) } }
        : { low: favourable.low, high: favourable.high }),
    };
  }

  bars(variable: ReleaseVariable): BarsFigure {
    const n = variable.base.shown ? variable.base.n : 0;
    return {
      kind: "bars",
      title: variable.text[this.language],
      note: this.words.figures.barsNote,
      footer: this.footer,
      rows: variable.options.map(({ label, result }) => {
        if (!result.shown) return { label: label[this.language], hidden: this.#hidden(result.why) };
        const { share, low, high } = result;
        const row = { label: label[this.language], n, share: shareValue(share) };
        return typeof share === "number" ? { ...row, low, high } : { ...row, words: shareText(share) };
      }),
    };
  }

  groups({ theme, variable, rows }: ReleaseGroups): MeansFigure {
    return {
      kind: "means",
      axis: "1-5",
      title: fill(this.words.figures.groups, {
        theme: theme.title[this.language],
        variable: variable.text[this.language],
      }),
      note: fill(this.words.figures.groupsNote, { k: this.release.k }),
      footer: this.footer,
      rows: rows.map(({ label, result }) =>
        result.shown
          ? {
              label: label[this.language],
              n: result.n,
              mean: result.mean.estimate,
              low: result.mean.low,
              high: result.mean.high,
            }
          : { label: label[this.language], hidden: this.#hidden(result.why) },
      ),
    };
  }
}

/** A nearly unanimous point is drawn at its bound; what is left of the whole goes to the others in equal parts. */
function fiveShares(shares: StoredShare[]): FiveShares {
  const top = shares.findIndex((share) => typeof share !== "number" && share.bound === "at-least");
  if (top < 0) return shares.map(shareValue) as unknown as FiveShares;
  const most = shareValue(shares[top]!);
  return shares.map((_share, index) => (index === top ? most : (1 - most) / 4)) as unknown as FiveShares;
}
