/** Whose eyes: how few people a shown number may rest on. */
export interface Policy {
  readonly k: number;
  /**
   * Whether those who left a background question open are protected like a group. Nobody outside can know who they are,
   * but what is public stays public for ever, so there they are. For staff, who work with single responses anyway, it
   * would hide a whole category beside every question that three people skipped.
   */
  readonly skippedIsGroup: boolean;
}

/**
 * Ten respondents behind anything public: the threshold of the UK's National Student Survey and of the ONS
 * Longitudinal Study; the Australian Bureau of Statistics' rule of ten contributors.
 */
export const publicPolicy: Policy = { k: 10, skippedIsGroup: true };

/** @throws RangeError for a threshold under 5, which no study may set */
export function staffPolicy(k: number): Policy {
  if (!(Number.isInteger(k) && k >= 5)) throw new RangeError(`staff see groups of 5 or more, not of ${k}`);
  return { k, skippedIsGroup: false };
}
