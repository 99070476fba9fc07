import type { Text } from "#app/locales/language.ts";
import type { Column } from "./column.ts";
import { correlationsIn, type ScaleCorrelation } from "./correlation-view.ts";
import type { Counting } from "./counting.ts";
import { type Cube, levelsIn, sizeIn, themeIn, variablesIn } from "./cube.ts";
import type { Cut } from "./cut.ts";
import { countable } from "./gate.ts";
import { pass } from "./pass.ts";
import type { Policy } from "./policy.ts";
import { type Judgement, judgements } from "./protections.ts";
import { type ScaleReliability, type Stated, scaleReliability } from "./scale-reliability.ts";
import { type ScoreSpread, scoreSpread } from "./score-spread.ts";
import { seamsOf } from "./seams.ts";
import { hide, show } from "./shown.ts";
import { tally } from "./tally.ts";
import { tellableSizes } from "./tellable-sizes.ts";
import { besideScore, themeResult } from "./theme-result.ts";
import { type ThemeScale, themeScaleOf, themeTally } from "./theme-score.ts";
import { told } from "./told.ts";
import type { Gated, HiddenBecause, Shown, ThemeResult } from "./view.ts";

/** Everything that is said of one scale as a measure. */
export interface ScaleDetail {
  code: string;
  title: Text;
  items: number;
  /** Lowest and highest point of its items. */
  low: number;
  high: number;
  /** Valid answers needed for a score. */
  minValid: number;
  /** Items that some wave asked in other words, whose answers there are not counted: one more reason for gaps. */
  reworded: number;
  /** Its score; when that is hidden, so is all the rest. */
  result: Shown<ScaleScore>;
  reliability: Stated<ScaleReliability>;
  spread: Stated<ScoreSpread>;
}
export type ScaleScore = Omit<ThemeResult, "alpha" | "alphaWithoutReversed">;

export interface ScaleQuality {
  /** Respondents in the selection. When hidden, nothing else is filled. */
  base: Shown<{ n: number }>;
  scales: ScaleDetail[];
  /** Each two scales. */
  correlations: ScaleCorrelation[];
}

/**
 * How well the scales of a study measure, within the respondents of a cut: reliability, item analysis, distribution of
 * scores, complete cases, and how the scales correlate.
 *
 * Scores are judged by the gate; so are complete cases, which reliability rests on, and people with two scores, of whom
 * correlations are.
 * @throws RangeError for an instrument that cannot be scored
 */
export function* scaleQuality({ columns, conditions, policy }: Cut): Counting<Gated<ScaleQuality>> {
  const nothing = (why: HiddenBecause) => pass({ base: hide(why), scales: [], correlations: [] });
  const by = variablesIn(columns, conditions);
  const cube = yield { columns, by, groups: [conditions], pairs: true };
  if (!cube) return nothing("difference");
  const judge = judgements(cube, policy)(conditions);
  const why = judge.group();
  if (why) return nothing(why);
  const n = sizeIn(cube, 0);
  const tallies = countable(columns).map((column) => tally(column, levelsIn(cube, 0, column)));
  const tellable = tellableSizes(n, tallies, policy.k);
  const seam = seamsOf(columns);
  const waves = [...columns.asked.keys()];
  const isReworded = (column: Column) =>
    waves.some((wave) => seam(wave, column, "whole")?.seam === "reworded");
  const scales = columns.around.instrument.scoring.map((scored) => {
    const scale = themeScaleOf(columns, scored);
    const reworded = scale.columns.filter(isReworded).length;
    return { ...detailOf(scale, { cube, judge, policy, tellable }), reworded };
  });
  const correlations = correlationsIn(scales, { cube, judge, policy });
  return pass({ base: show({ n: told(n, policy) }), scales, correlations });
}

/** What was counted of a cut, and what the gate thinks of it. */
export interface Counted {
  /** Its one group is the selection. */
  cube: Cube;
  judge: Judgement;
  policy: Policy;
}

function detailOf(
  scale: ThemeScale,
  { cube, judge, policy, tellable }: Counted & { tellable: (size: number) => boolean },
): Omit<ScaleDetail, "reworded"> {
  const { code, title, minValid } = scale.scored;
  const { low, high } = scale;
  const head = { code, title, items: scale.columns.length, low, high, minValid };
  const hidden = (why: HiddenBecause) => ({
    ...head,
    result: hide(why),
    reliability: hide(why),
    spread: hide(why),
  });
  const why = judge.theme(scale);
  if (why) return hidden(why);
  const counts = themeIn(cube, 0, code);
  const counted = themeTally(scale, counts);
  const beside = { asked: tellable(counted.asked), ...besideScore(judge, scale) };
  const result = themeResult(counted, scale, policy, beside);
  if (!result.shown) return hidden(result.why);
  const { alpha: _alpha, alphaWithoutReversed: _without, ...score } = result;
  const reliability = scaleReliability(counted, scale, policy);
  const whyNone = reliability.shown && judge.part({ of: "complete", scale });
  return {
    ...head,
    result: score,
    reliability: whyNone ? hide(whyNone) : reliability,
    spread: scoreSpread(counts, scale, policy),
  };
}
