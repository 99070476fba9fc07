import type { Language } from "#app/locales/language.ts";

/** What the response table is narrowed down to. */
export interface ListQuery {
  door?: string | undefined;
  day?: string | undefined;
  language?: Language | undefined;
  state: "all" | "counted" | "excluded";
  after?: string | undefined;
}

/** The table's address with these filters, from the start or after a row. */
export function listAddress(
  study: string,
  { door, day, language, state }: ListQuery,
  after?: string,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ door, day, language, after }))
    if (value) query.set(name, value);
  if (state !== "all") query.set("state", state);
  const text = query.toString();
  return `/studio/${study}/responses${text ? `?${text}` : ""}`;
}
