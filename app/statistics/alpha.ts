import { type CovarianceMatrix, keepItems } from "./complete-cases.ts";
import { type Computed, computed, notComputable } from "./computable.ts";

export type ItemReliability = {
  /** Correlation of the item with the sum of the other items. */
  readonly itemRest: Computed<{ readonly r: number }>;
  /** Alpha of the scale without this item. */
  readonly alphaIfDeleted: Computed<{ readonly alpha: number }>;
  /** `check-reversal`: item-rest below 0, it runs against the others. `weak`: below 0.20. */
  readonly flag: "check-reversal" | "weak" | null;
};

export type Reliability = {
  readonly k: number;
  /** Raw alpha. May be negative: then items run against each other, and the number is shown as it is. */
  readonly alpha: number;
  readonly negative: boolean;
  /** From the mean correlation; not computable where one item is constant. */
  readonly standardised: Computed<{ readonly alpha: number }>;
  /** In the order of the matrix. */
  readonly items: readonly ItemReliability[];
};

/**
 * Cronbach's alpha, k/(k−1)·(1 − Σs²ᵢ/s²_total), with standardised alpha and item analysis.
 * Cronbach (1951), Psychometrika 16(3), 297–334; item-rest correlation as Henrysson (1963), Psychometrika 28(2).
 *
 * @param covariance from `completeCases(…).covariance`, k × k, reversed items already turned
 * @throws RangeError when the matrix is not square
 */
export function cronbachAlpha(covariance: CovarianceMatrix): Computed<Reliability> {
  const k = covariance.length;
  if (covariance.some((row) => row.length !== k)) throw new RangeError("a covariance matrix is square");
  const raw = rawAlpha(covariance);
  if (!raw.computable) return raw;
  return computed({
    k,
    alpha: raw.alpha,
    negative: raw.alpha < 0,
    standardised: standardisedAlpha(covariance),
    items: covariance.map((_, item) => itemReliability(covariance, item)),
  });
}

export type Standing = "hidden" | "provisional" | "firm";

/** How far an alpha from n complete cases can be trusted: under 30 it is not shown, under 100 it is provisional. */
export function reliabilityStanding(n: number): Standing {
  if (n < 30) return "hidden";
  return n < 100 ? "provisional" : "firm";
}

const rawAlpha = (covariance: CovarianceMatrix): Computed<{ alpha: number }> =>
  alphaOf(
    covariance.map((row, i) => row[i]!),
    total(covariance),
  );

/** Alpha alone, from the variance of each item and of their sum: less to count than a whole matrix. */
export function alphaOf(variances: readonly number[], ofTotal: number): Computed<{ alpha: number }> {
  const k = variances.length;
  if (k < 2) return notComputable("one-item");
  const ofItems = variances.reduce((sum, own) => sum + own, 0);
  if (isNoise(ofTotal, ofItems)) return notComputable("no-variance");
  // Rounding may lift identical items a hair above 1.
  return computed({ alpha: Math.min(1, (k / (k - 1)) * (1 - ofItems / ofTotal)) });
}

/** k·r̄/(1 + (k−1)·r̄), with r̄ the mean correlation between items. */
function standardisedAlpha(covariance: CovarianceMatrix): Computed<{ alpha: number }> {
  const k = covariance.length;
  const between = itemCorrelations(covariance);
  if (!between.computable) return between;
  const { mean } = between;
  const divisor = 1 + (k - 1) * mean;
  if (isNoise(divisor, 1)) return notComputable("no-variance");
  return computed({ alpha: (k * mean) / divisor });
}

/**
 * How each two items correlate: on average, and from the least to the most. A mean of .15 to .50 is what items of one
 * scale usually have (Clark & Watson 1995, Psychological Assessment 7(3), 309–319).
 */
export function itemCorrelations(
  covariance: CovarianceMatrix,
): Computed<{ readonly mean: number; readonly low: number; readonly high: number }> {
  if (covariance.length < 2) return notComputable("one-item");
  const sds = covariance.map((row, a) => Math.sqrt(row[a]!));
  if (sds.some((sd) => sd === 0)) return notComputable("no-variance");
  const pairs = covariance.flatMap((row, a) =>
    row.slice(0, a).map((value, b) => Math.max(-1, Math.min(1, value / (sds[a]! * sds[b]!)))),
  );
  const mean = pairs.reduce((sum, r) => sum + r, 0) / pairs.length;
  return computed({ mean, low: Math.min(...pairs), high: Math.max(...pairs) });
}

function itemReliability(covariance: CovarianceMatrix, item: number): ItemReliability {
  const rest = keepItems(
    covariance,
    covariance.map((_, i) => i).filter((i) => i !== item),
  );
  const itemRest = itemRestCorrelation(covariance, item, total(rest));
  const flag = !itemRest.computable || itemRest.r >= 0.2 ? null : itemRest.r < 0 ? "check-reversal" : "weak";
  return { itemRest, alphaIfDeleted: rawAlpha(rest), flag };
}

function itemRestCorrelation(
  covariance: CovarianceMatrix,
  item: number,
  restVariance: number,
): Computed<{ r: number }> {
  const own = covariance[item]![item]!;
  const withRest = covariance[item]!.reduce((sum, value) => sum + value, 0) - own;
  if (own === 0 || isNoise(restVariance, trace(covariance))) return notComputable("no-variance");
  return computed({ r: Math.max(-1, Math.min(1, withRest / Math.sqrt(own * restVariance))) });
}

function trace(matrix: CovarianceMatrix): number {
  return matrix.reduce((sum, row, i) => sum + row[i]!, 0);
}

function total(matrix: CovarianceMatrix): number {
  return matrix.reduce((sum, row) => row.reduce((inner, value) => inner + value, sum), 0);
}

/** A variance that is zero but for rounding, against the size of what it was summed from. */
function isNoise(variance: number, scale: number): boolean {
  return variance <= 1e-12 * scale;
}
