import type { Text } from "#app/locales/language.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { amount, grouped } from "./amount.ts";
import type { FunnelData } from "./funnel.tsx";

interface LeadData {
  doors: unknown[];
  /** Undefined before any wave has enough answers to tell numbers. */
  numbers:
    | { received: number; today: number; funnel: FunnelData; pages: { code: string; title: Text }[] }
    | undefined;
  /** Whether there is a wave of one class or list with too few answers. */
  few: boolean;
  k: number;
}

/** What is going on, in a sentence or two. */
export function OverviewLead({ overview }: { overview: LeadData }) {
  const language = useLanguage();
  const { board, studio } = useMessages();
  const { overview: says } = studio;
  if (overview.doors.length === 0) return <p>{says.nothingYet}</p>;
  if (!overview.numbers) return <p>{overview.few ? fill(board.fewOnly, { k: overview.k }) : says.nothing}</p>;
  const { received, today, funnel, pages } = overview.numbers;
  if (funnel.started === 0) return <p>{says.nothing}</p>;
  const { narrowest } = funnel;
  const title = pages.find((page) => page.code === narrowest?.page)?.title[language] ?? "";
  const number = (n: number) => grouped(language, n);
  return (
    <p>
      <strong>{amount(language, says.answers, received)}</strong>
      {says.comma}
      {today === 0 ? says.todayNone : amount(language, says.today, today)}
      {says.stop}
      {narrowest
        ? fill(says.narrowest, {
            unfinished: number(narrowest.unfinished),
            people: number(narrowest.people),
            title,
          })
        : says.everybodyFinished}
    </p>
  );
}
