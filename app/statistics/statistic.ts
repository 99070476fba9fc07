export type Bilingual = Readonly<Record<"zh-CN" | "en", string>>;

/** One entry of the registry: what the statistic is called, where its formula comes from, and the function. */
export type Statistic = {
  readonly name: Bilingual;
  /** The publication the formula is taken from, as it would be cited. */
  readonly reference: string;
  // `never[]` is the widest parameter list: every function fits, and the registry keeps each exact type.
  readonly compute: (...args: never[]) => unknown;
};
