// What both the script of every page and the offline document's own are made of.
export { fieldsIn, isTicked, showValues, valuesIn } from "./form-values.ts";
export { forgetFinished, isFinishedHere, noteFinished, takeLeaving } from "./leaving.ts";
export { phoneStore } from "./phone-store.ts";
export { visibleSeconds } from "./visible-seconds.ts";
