import { aroundMiddle, byFavour, difficultyOf, isLoose, isThemeShown } from "#app/briefs/findings.ts";
import { shownDifferences } from "#app/briefs/group-differences.ts";
import { examByMode } from "#app/briefs/group-variables.ts";
import {
  type Release,
  type ReleaseGroups,
  type ReleaseItem,
  type ReleaseTheme,
  type ReleaseVariable,
  shortOf,
} from "#app/briefs/release.ts";
import { shareText, shareValue, type WhyHidden } from "#app/briefs/shown.ts";
import { dayText, meanText, verdictText } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type {
  BarsFigure,
  DivergingFigure,
  DivergingRow,
  FigureFooter,
  MeansFigure,
  RowFigure,
} from "../charts/figure.ts";
import { drawnShares } from "./release-shares.ts";

/** A chart of a release. The name is part of its files' names and the same in every language. */
export interface ReleaseFigure {
  name: string;
  section: "themes" | "theme" | "difficulty" | "overall" | "groups";
  figure: RowFigure;
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
    ...shownDifferences(release).map(({ table }) => ({
      name: `${isExamByMode(table) ? "mode" : "groups"}-${table.theme.code}`,
      section: "groups" as const,
      figure: draw.groups(table),
    })),
  ];
}

/** The comparison that is shown whatever it says, with a caution of its own. */
export const isExamByMode = ({ theme, variable }: Pick<ReleaseGroups, "theme" | "variable">): boolean =>
  theme.code === examByMode.theme && variable.code === examByMode.variable;

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

  /** Points where all statements of themes have five of them; else only a hundred can be drawn beside each other. */
  get #axis(): MeansFigure["axis"] {
    const statements = this.release.themes.flatMap(({ items }) => items);
    return statements.some(({ result }) => result.shown && result.points.length !== 5) ? "0-100" : "1-5";
  }

  #mean(result: Pick<Extract<ReleaseTheme["result"], { shown: true }>, "mean" | "score">) {
    const { estimate, low, high } = this.#axis === "1-5" ? result.mean : result.score;
    return { mean: estimate, low, high };
  }

  themes(): MeansFigure {
    return {
      kind: "means",
      axis: this.#axis,
      title: this.words.figures.themes,
      note: this.#sentences(this.words.figures.meansNote, this.#hundred()),
      footer: this.footer,
      rows: this.release.themes.map((theme) => {
        const { title, result } = theme;
        return isThemeShown(theme) && result.shown
          ? {
              label: title[this.language],
              detail: [verdictText(theme, this.language), ...(isLoose(theme) ? [this.words.loose] : [])].join(
                this.words.listJoin,
              ),
              n: result.n,
              ...this.#mean(result),
            }
          : { label: title[this.language], hidden: this.#hidden(result.shown ? "few" : result.why) };
      }),
    };
  }

  #sentences(...parts: (string | undefined)[]): string {
    return parts.filter((part) => part).join(this.language === "en" ? " " : "");
  }

  /** One worked example of how the two scales hang together: a theme's mean, and the same on 0 to 100. */
  #hundred(): string | undefined {
    const first = this.release.themes.find(isThemeShown)?.result;
    return (
      first &&
      fill(this.words.hundred, {
        mean: meanText(first.mean.estimate),
        score: Math.round(first.score.estimate),
      })
    );
  }

  items(block: Pick<ReleaseTheme, "title" | "items"> & Partial<ReleaseTheme>): DivergingFigure {
    const { points, notApplicable } = this.release.scale;
    const { title, items } = block;
    const scoredTheme = block.result !== undefined;
    const shown = byFavour(items).map((item) => this.#row(item, scoredTheme));
    const loose = scoredTheme && isLoose(block as ReleaseTheme);
    const good = items.some((item) => item.direction !== "none");
    const hidden = items.flatMap(({ text, result }) =>
      result.shown ? [] : [{ label: text[this.language], hidden: this.#hidden(result.why) }],
    );
    return {
      kind: "diverging",
      title: fill(this.words.figures.theme, { theme: title[this.language] }),
      note: this.#sentences(
        loose ? this.words.looseNote : undefined,
        good ? this.words.figures.sorted : this.words.figures.unsorted,
        items.some((item) => skippedShare(item) > manySkipped) ? this.words.skippedNote : undefined,
      ),
      footer: this.footer,
      legend: {
        scale: points.map((label) => label[this.language]) as unknown as DivergingFigure["legend"]["scale"],
        na: notApplicable[this.language],
      },
      rows: [...shown, ...hidden],
    };
  }

  #row(item: ReleaseItem & { result: { shown: true } }, scoredTheme: boolean): DivergingRow {
    const { n, favourable, unfavourable, notApplicable } = item.result;
    const coarse = typeof favourable.share !== "number" || typeof unfavourable !== "number";
    const plain = item.direction === "none";
    const skipped = skippedShare(item);
    const details = [
      ...(scoredTheme && !item.scored ? [this.words.notScored] : []),
      ...(skipped > manySkipped ? [fill(this.words.skippedShare, { share: shareText(skipped) })] : []),
    ];
    return {
      label: item.text[this.language],
      n,
      ...(details.length > 0 ? { detail: details.join(this.words.listJoin) } : {}),
      ...(plain ? { plain: true as const } : {}),
      shares: drawnShares(item),
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
      ...(variable.measure === "bipolar" ? { whole: true as const } : {}),
      note: this.#sentences(
        this.words.figures.barsNote,
        variable.measure === "bipolar" ? this.words.rounding : undefined,
      ),
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
      axis: this.#axis,
      title: fill(this.words.figures.groups, {
        theme: theme.title[this.language],
        variable: inTitle(shortOf(variable)[this.language], this.language),
      }),
      note: this.#sentences(
        fill(this.words.figures.groupsNote, { k: this.release.k }),
        isExamByMode({ theme, variable }) ? this.words.modeCaution : undefined,
      ),
      footer: this.footer,
      rows: rows.map(({ label, result }) =>
        result.shown
          ? {
              label: label[this.language],
              n: result.n,
              ...this.#mean(result),
            }
          : { label: label[this.language], hidden: this.#hidden(result.why) },
      ),
    };
  }
}

/** Above this share of those asked, leaving a statement open is itself a finding. */
const manySkipped = 0.2;

function skippedShare({ result }: ReleaseItem): number {
  if (!result.shown || result.skipped === undefined) return 0;
  return result.skipped / (result.n + (result.notApplicable ?? 0) + result.skipped);
}

const inTitle = (text: string, language: Language) =>
  language === "en" ? text.charAt(0).toLowerCase() + text.slice(1) : text;
