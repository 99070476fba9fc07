import { fill } from "#app/locales/language.ts";
import type { FlagCounts } from "#app/results/suspects.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { sentences } from "../../results/numbers.ts";
import { amount, grouped } from "../amount.ts";

/** What is going on: how many are suspect, how many of those are out already, and that nobody goes by itself. */
export function QualityLead({ counts }: { counts: FlagCounts | undefined }) {
  const language = useLanguage();
  const { lead } = useMessages().quality;
  if (!counts) return <p>{lead.none}</p>;
  const judged = grouped(language, counts.judged);
  const found =
    counts.suspects === 0
      ? fill(lead.clean, { judged })
      : amount(language, lead.found, counts.suspects, { judged });
  const out =
    counts.excludedSuspects > 0 ? amount(language, lead.excluded, counts.excludedSuspects) : undefined;
  return <p>{sentences(language, [found, out, lead.byHand])}</p>;
}
