import type * as parts from "./phone-parts.ts";

/** These parts as the script of every page has brought them along: a phone need not download them twice. */
export const {
  fieldsIn,
  forgetFinished,
  isFinishedHere,
  isTicked,
  noteFinished,
  phoneStore,
  showValues,
  takeLeaving,
  valuesIn,
  visibleSeconds,
} = (globalThis as unknown as { phoneParts: typeof parts }).phoneParts;
