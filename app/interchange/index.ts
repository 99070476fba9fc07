import type { InstrumentFormat } from "./format.ts";

export type { GivenFile, InstrumentFormat } from "./format.ts";
export * from "./report.ts";

/** REGISTRY: instrument formats, in the order in which they are asked whether a file is theirs. One line each. */
export const formats = {} satisfies Record<string, InstrumentFormat>;
