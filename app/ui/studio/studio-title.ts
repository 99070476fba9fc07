import { type Messages, messagesIn } from "#app/locales/index.ts";
import { isLanguage } from "#app/locales/language.ts";

/**
 * A page's title in the reader's language, for `meta`, which runs outside React.
 * @param matches what `meta` is given: the root's data knows the language
 */
export function studioTitle(
  matches: readonly ({ id: string; data?: unknown } | undefined)[],
  name: (messages: Messages) => string,
) {
  const root = matches.find((match) => match?.id === "root")?.data as { language?: unknown } | undefined;
  const messages = messagesIn(isLanguage(root?.language) ? root.language : "zh-CN");
  return [{ title: `${name(messages)} · ${messages.common.product}` }];
}
