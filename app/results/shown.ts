import type { HiddenBecause, Shown } from "./view.ts";

/** The two outcomes of asking the gate. */
export const hide = (why: HiddenBecause) => ({ shown: false, why }) as const;
export const show = <T extends object>(value: T): Shown<T> => ({ shown: true, ...value });
