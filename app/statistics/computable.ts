/**
 * Why a statistic has no value. Codes, not sentences: the sentence for each language is in `reason-texts.ts`.
 *
 * - `no-valid-answers`: every answer is missing (or nobody was asked).
 * - `one-answer`: a spread needs at least two answers.
 * - `no-variance`: everybody gave the same answer, so nothing can be divided by the spread.
 * - `one-item`: consistency between items needs at least two of them.
 * - `few-items`: a common factor needs at least three items.
 * - `no-common-factor`: the items do not fit one factor, so its share cannot be told.
 * - `empty-cell`: the population has people in a category that nobody who answered is in.
 */
export type Reason =
  | "no-valid-answers"
  | "one-answer"
  | "no-variance"
  | "one-item"
  | "few-items"
  | "no-common-factor"
  | "empty-cell";

export type NotComputable = { readonly computable: false; readonly reason: Reason };

/** A value, or the reason there is none. Statistics never answer NaN: it would travel silently into a chart. */
export type Computed<T> = ({ readonly computable: true } & T) | NotComputable;

export function computed<T extends object>(value: T): { readonly computable: true } & T {
  return { computable: true, ...value };
}

export function notComputable(reason: Reason): NotComputable {
  return { computable: false, reason };
}
