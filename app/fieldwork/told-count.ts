import type { DoorKind } from "./door.ts";

/**
 * How many answers a door may say it has. Where everybody who may come is known by name, in a class or on a list, a
 * number that grows by one tells who just answered: below k it is not told.
 * @returns null for "fewer than k"
 */
export const toldCount = (kind: DoorKind, received: number, k: number): number | null =>
  kind !== "open" && received < k ? null : received;
