export type Bilingual = Readonly<Record<"zh-CN" | "en", string>>;

/** What a statistic is called, and where its formula comes from. */
export type Citation = {
  readonly name: Bilingual;
  /** The publication the formula is taken from, as it would be cited. */
  readonly reference: string;
};

/** One entry of the registry: a statistic's citation, and the function. */
export type Statistic = Citation & {
  // `never[]` is the widest parameter list: every function fits, and the registry keeps each exact type.
  readonly compute: (...args: never[]) => unknown;
};
