import type { Messages } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import { amount } from "./amount.ts";

/** How long to wait, in words: seconds up to a minute and a half, then whole minutes, rounded up. */
export function waitInWords(language: Language, messages: Messages, seconds: number): string {
  const { signIn } = messages.studio;
  return seconds < 90
    ? amount(language, signIn.seconds, seconds)
    : amount(language, signIn.minutes, Math.ceil(seconds / 60));
}
