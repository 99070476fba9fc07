import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";

/** A time zone as people there call it, or by its name in the time zone database. */
export const zoneText = ({ zones, otherZone }: Messages["waves"], timeZone: string): string =>
  (zones as Record<string, string>)[timeZone] ?? fill(otherZone, { zone: timeZone });
