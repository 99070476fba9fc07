import { formatDay, type Language } from "#app/locales/language.ts";
import { dayIn } from "./door.ts";
import { localTimeIn } from "./local-time.ts";

/** Day and minute at a place, as people write it: 2026年5月1日 08:00, 1 May 2026 08:00. */
export function momentText(language: Language, timeZone: string, time: string | Date): string {
  const at = new Date(time);
  return `${formatDay(dayIn(timeZone, at), language)} ${localTimeIn(timeZone, at).slice(11)}`;
}
