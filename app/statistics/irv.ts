import { type Computed, computed, notComputable } from "./computable.ts";
import { isConstant, momentsOf, standardDeviation } from "./moments.ts";

/**
 * Intra-individual response variability: the standard deviation (n − 1) of one person's raw answers over many items, in
 * scale points. Exactly 0 where all are the same; about 1.4 where five points are drawn at random. Missing answers do
 * not count.
 *
 * Dunn, A. M., Heggestad, E. D., Shanock, L. R. & Theilgard, N. (2018), Journal of Business and Psychology, 33, 105–121;
 * as in R's `careless::irv`.
 */
export function irv(
  answers: Iterable<number | null | undefined>,
): Computed<{ readonly irv: number; readonly n: number }> {
  const moments = momentsOf(answers);
  if (moments.n === 0) return notComputable("no-valid-answers");
  if (moments.n === 1) return notComputable("one-answer");
  return computed({ irv: isConstant(moments) ? 0 : standardDeviation(moments), n: moments.n });
}
