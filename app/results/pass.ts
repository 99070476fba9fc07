import type { Gated } from "./view.ts";

/**
 * The mark of what may leave the server. Only functions of this folder that have asked the disclosure gate
 * (`protections.ts`) about every number they hand out may put it on; `boundaries.test.ts` keeps everybody else away.
 */
export const pass = <T>(value: T): Gated<T> => value as Gated<T>;
