import { fill, type Language, type Text } from "#app/locales/language.ts";
import { level } from "#app/results/tested.ts";
import type { AtWave, Change, TestedChange, Trend } from "#app/results/trend.ts";
import type { Interval, Shown } from "#app/results/view.ts";
import { grouped } from "../studio/amount.ts";
import type { Cell, Column, ShownCell } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { testColumns } from "./groups-block.ts";
import { digitsFor, hiddenText, rangeText, sentences, signed } from "./numbers.ts";

/** What the page is told: nothing to compare yet, or the trend. */
export interface TrendPage {
  /** Whose statements are looked at; "" for the first. */
  theme?: string;
  /** Undefined while the study has one wave. */
  trend?: Trend;
  /** Item code -> revision -> its words, for items that some wave asked otherwise. */
  wordings: Record<string, Record<number, Text>>;
}

/** Stands for the theme of statements that have none. */
export const unthemed = "other";

export interface TrendReader extends Reader {
  /** Wave code -> its name. */
  names: ReadonlyMap<string, string>;
  /** Respondents of all waves looked at. */
  n: number;
}

/** How many answered in each wave, and whether any theme moved. */
export function trendLead({ trend }: TrendPage, reader: Reader): string {
  const { messages, language, k } = reader;
  const words = messages.trend;
  if (!trend) return words.one.lead;
  if (!trend.base.shown) return "";
  const waves = trend.waves.map(({ label, size }) => {
    const wave = label[language];
    return size.shown
      ? fill(words.waveSize, { wave, n: grouped(language, size.n) })
      : fill(words.waveHidden, { wave, why: hiddenText(size.why, messages, k) });
  });
  return sentences(language, [
    fill(words.lead, { waves: waves.join(words.waveJoin) }),
    trend.waves.length > 1
      ? themeFinding(trend, { ...reader, names: waveNames(trend, language), n: trend.base.n })
      : undefined,
  ]);
}

/** Which themes moved from one wave to another, in a sentence, as far as that can be claimed. */
export function themeFinding({ themes, tests: { themes: m } }: Trend, reader: TrendReader): string {
  const words = reader.messages.trend.changes;
  if (m === 0) return words.none;
  const listed = (which: (change: TestedChange) => boolean) =>
    themes
      .flatMap(({ title, changes }) =>
        changes.filter(which).map((change) =>
          fill(words.clearOne, {
            theme: title[reader.language],
            step: stepText(change, reader),
            change: signed(change.estimate, 1),
          }),
        ),
      )
      .join(words.join);
  const clear = listed((change) => change.clear);
  const means = listed((change) => !change.clear && change.adjusted < level);
  return sentences(reader.language, [
    fill(clear ? words.clear : words.unclear, { m, list: clear }),
    means ? fill(words.means, { list: means }) : undefined,
  ]);
}

export const waveNames = ({ waves }: Trend, language: Language): Map<string, string> =>
  new Map(waves.map(({ code, label }) => [code, label[language]]));

export const nameOf = (wave: string, { names }: TrendReader): string => names.get(wave) ?? wave;

/** "Wave 1 → Wave 2" */
export const stepText = ({ from, to }: Pick<Change, "from" | "to">, reader: TrendReader): string =>
  fill(reader.messages.trend.step, { from: nameOf(from, reader), to: nameOf(to, reader) });

/** "Curriculum · Wave 1" for the first row of its group, plainly "Wave 2" for those below it. */
export const rowLabel = (what: string, wave: string, first: boolean, reader: TrendReader): string =>
  first ? `${what.replace(/[.。]$/u, "")}\u00a0· ${nameOf(wave, reader)}` : nameOf(wave, reader);

/**
 * The columns of a change with its tests. Where all changes are between the same two waves their names stand in the head,
 * else each row has them.
 */
export function changeHead(changes: readonly Change[], unit: string, m: number, reader: TrendReader) {
  const { trend } = reader.messages;
  const steps = [...new Set(changes.map((change) => stepText(change, reader)))];
  const only = steps.length === 1 ? steps[0] : undefined;
  const change = only ? fill(trend.headOf, { step: only, text: unit }) : unit;
  const head: Column[] = [
    ...(only ? [] : [{ text: trend.wave }]),
    { text: change, number: true },
    { text: trend.interval, of: change, interval: true },
    ...testColumns(m, reader),
  ];
  return { head, stepCells: (text: string): Cell[] => (only ? [] : [text]) };
}

/** Why there is no number at a wave, in words; undefined where there is one. */
export function whyNot<T>(at: AtWave<T>, reader: TrendReader): string | undefined {
  const { trend } = reader.messages;
  const wave = nameOf(at.wave, reader);
  if (at.seam === undefined)
    return at.result.shown ? undefined : hiddenText(at.result.why, reader.messages, reader.k);
  if (at.seam === "items") return fill(trend.themes.seam, { items: at.items.join(trend.themes.join), wave });
  const { seams, revJoin } = trend.items;
  return at.seam === "unasked"
    ? fill(seams.unasked, { wave })
    : fill(seams.reworded, { wave, revs: at.revs.join(revJoin) });
}

/** What came of it at a wave, where it is joined and may be shown. */
export const shownAt = <T>(at: AtWave<T>): Extract<Shown<T>, { shown: true }> | undefined =>
  at.seam === undefined && at.result.shown ? (at.result as Extract<Shown<T>, { shown: true }>) : undefined;

/** A difference with its sign, in points of a hundred. @param factor 100 for shares @param n of the smaller group */
export const changeCell = (value: number, n: number, factor = 1): ShownCell => ({
  text: signed(value * factor, digitsFor(n, 1)),
  value: value * factor,
});
export const changeIntervalCell = ({ low, high }: Interval, n: number, factor = 1): ShownCell => ({
  text: rangeText(low * factor, high * factor, (one) => signed(one, digitsFor(n, 1))),
  low: low * factor,
  high: high * factor,
});
