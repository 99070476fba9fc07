export type ConfidenceOptions = {
  /** Coverage of the two-sided interval, 0.95 by default. */
  readonly confidence?: number;
};

/** The confidence asked for, checked. @throws RangeError unless it is strictly between 0 and 1 */
export function confidenceOf(options: ConfidenceOptions): number {
  const confidence = options.confidence ?? 0.95;
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence lies in 0..1, got ${confidence}`);
  return confidence;
}
