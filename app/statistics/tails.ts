/** The two tail probabilities of a distribution at one point. Both keep their leading digits however small they are. */
export type Tails = { readonly lower: number; readonly upper: number };

export type TailOptions = { readonly tail?: "lower" | "upper" };
