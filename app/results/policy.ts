/**
 * How closely numbers may be told. strict: counts to the nearest five, percentages only on 23 people or more, means only
 * on more than seven, as the UK's Higher Education Statistics Agency publishes.
 */
export const disclosures = ["standard", "strict"] as const;
export type Disclosure = (typeof disclosures)[number];

/** Whose eyes: how few people a shown number may rest on. */
export interface Policy {
  readonly k: number;
  /**
   * Whether those who left a background question open are protected like a group. Nobody outside can know who they are,
   * but what is public stays public for ever, so there they are. For staff, who work with single responses anyway, it
   * would hide a whole category beside every question that three people skipped.
   */
  readonly skippedIsGroup: boolean;
  readonly strict: boolean;
}

/**
 * Ten respondents behind anything public: the threshold of the UK's National Student Survey and of the ONS
 * Longitudinal Study; the Australian Bureau of Statistics' rule of ten contributors.
 */
export const publicPolicy: Policy = { k: 10, skippedIsGroup: true, strict: false };

/** The public's policy of a study. */
export const publicPolicyOf = (disclosure: Disclosure): Policy => ({
  ...publicPolicy,
  strict: disclosure === "strict",
});

/** @throws RangeError for a threshold under 5, which no study may set */
export function staffPolicy(k: number, disclosure: Disclosure = "standard"): Policy {
  if (!(Number.isInteger(k) && k >= 5)) throw new RangeError(`staff see groups of 5 or more, not of ${k}`);
  return { k, skippedIsGroup: false, strict: disclosure === "strict" };
}
