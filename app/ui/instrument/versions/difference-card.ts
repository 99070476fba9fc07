import { classesFor, type Difference, type DifferenceClass } from "#app/instrument/difference-classes.ts";

/** A difference as the versions page shows it: with what may be decided of it, the proposal first. */
export type DifferenceCard = Omit<Difference, "proposed"> & {
  classes: DifferenceClass[];
  proposed: DifferenceClass;
};

export const differenceCard = (one: Difference): DifferenceCard => {
  const { key, place, part, detail, codes, about, rule, proposed, before, after } = one;
  return {
    ...{ key, place, part, codes, about, rule, proposed, classes: classesFor(one) },
    ...(detail === undefined ? {} : { detail }),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
};
