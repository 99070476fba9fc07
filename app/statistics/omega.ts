import type { CovarianceMatrix } from "./complete-cases.ts";
import { type Computed, computed, notComputable } from "./computable.ts";

export type Omega = {
  readonly omega: number;
  /** Standardised loadings on the one factor, in the order of the matrix. */
  readonly loadings: readonly number[];
};

const mostRounds = 5000;

/**
 * McDonald's omega total of one factor, (Σλ)²/((Σλ)² + Σ(1 − λ²)), with loadings by unweighted least squares (minres,
 * found by iterated principal axes) on the correlation matrix: the convention of psych::omega. Maximum likelihood on the
 * covariance matrix differs in the third decimal. McDonald (1999), Test Theory, 89; Harman & Jones (1966), Psychometrika 31.
 *
 * @param covariance from `completeCases(…).covariance`, reversed items already turned; three items at least
 * @returns not computable where an item is constant, or where the iteration runs into an item that the factor explains
 * wholly (a Heywood case) or does not settle
 */
export function omega(covariance: CovarianceMatrix): Computed<Omega> {
  const k = covariance.length;
  if (k < 3) return notComputable("few-items");
  const sds = covariance.map((row, at) => Math.sqrt(row[at]!));
  if (sds.some((sd) => !(sd > 0))) return notComputable("no-variance");
  const reduced = covariance.map((row, a) => row.map((value, b) => value / (sds[a]! * sds[b]!)));
  let communalities = reduced.map((row, a) => Math.max(...row.map((r, b) => (a === b ? 0 : r * r))));
  let vector = new Array<number>(k).fill(1 / Math.sqrt(k));
  for (let round = 0; round < mostRounds; round++) {
    communalities.forEach((own, at) => {
      reduced[at]![at] = own;
    });
    const found = firstEigenvector(reduced, vector);
    if (!(found.value > 0)) return notComputable("no-common-factor");
    vector = found.vector;
    const next = vector.map((one) => found.value * one * one);
    if (next.some((own) => own > 1)) return notComputable("no-common-factor");
    const moved = Math.max(...next.map((own, at) => Math.abs(own - communalities[at]!)));
    communalities = next;
    if (moved < 1e-12) return computed(fromLoadings(vector.map((one) => one * Math.sqrt(found.value))));
  }
  return notComputable("no-common-factor");
}

function fromLoadings(raw: readonly number[]): Omega {
  const sum = raw.reduce((total, one) => total + one, 0);
  const loadings = sum < 0 ? raw.map((one) => -one) : raw;
  const unique = loadings.reduce((total, one) => total + 1 - one * one, 0);
  return { omega: sum ** 2 / (sum ** 2 + unique), loadings };
}

/** Power iteration from the last round's vector; shifted, so that the largest eigenvalue is also the largest in size. */
function firstEigenvector(matrix: readonly (readonly number[])[], start: readonly number[]) {
  const shift = matrix.length;
  let vector = [...start];
  let value = 0;
  for (let round = 0; round < 500; round++) {
    const product = matrix.map(
      (row, a) => row.reduce((sum, r, b) => sum + r * vector[b]!, 0) + shift * vector[a]!,
    );
    const length = Math.hypot(...product);
    const next = product.map((one) => one / length);
    const moved = Math.max(...next.map((one, at) => Math.abs(one - vector[at]!)));
    vector = next;
    value = length - shift;
    if (moved < 1e-14) break;
  }
  return { vector, value };
}
