import { dayIn } from "#app/fieldwork/door.ts";
import { formatDay, type Language } from "#app/locales/language.ts";

/** Day and minute at the place of the study. */
export function moment(language: Language, timeZone: string, time: string): string {
  const at = new Date(time);
  const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone }).format(at);
  return `${formatDay(dayIn(timeZone, at), language)} ${clock}`;
}
