import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";

/** How far the draft is from what was published. */
export function VersionsLead({ room }: { room: { newest?: number | undefined; differences: unknown[] } }) {
  const language = useLanguage();
  const { versions } = useMessages();
  const { newest, differences } = room;
  if (newest === undefined) return <p>{versions.firstLead}</p>;
  if (differences.length === 0) return <p>{fill(versions.sameLead, { n: newest })}</p>;
  return <p>{amount(language, versions.changedLead, differences.length, { version: newest })}</p>;
}
