/** What the response table is narrowed down to. */
export interface ListQuery {
  /** Another instrument than the one the study is about. */
  respondent?: string | undefined;
  door?: string | undefined;
  day?: string | undefined;
  language?: string | undefined;
  state: "all" | "counted" | "excluded";
  after?: string | undefined;
  before?: string | undefined;
}

/** The table's address with these filters: from the start, or the page after or before a row. */
export function listAddress(
  study: string,
  { respondent, door, day, language, state }: ListQuery,
  place: { after?: string; before?: string } = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ respondent, door, day, language, ...place }))
    if (value) query.set(name, value);
  if (state !== "all") query.set("state", state);
  const text = query.toString();
  return `/studio/${study}/responses${text ? `?${text}` : ""}`;
}
