import type { BoardPage } from "#app/fieldwork/board-page.ts";
import { fill, formatDay } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../amount.ts";
import type { StudyHead } from "../study-head.ts";
import { ToWaves } from "./to-waves.tsx";

/** What is going on, in one sentence: the only thing that a screen reader is told when it changes. */
export function BoardLead({ page, study }: { page: BoardPage; study: StudyHead }) {
  const language = useLanguage();
  const { board: says } = useMessages();
  const { numbers, leftOut } = page.board;
  if (!numbers) {
    if (leftOut.length > 0) return <p>{fill(says.fewOnly, { k: page.k })}</p>;
    return <Nothing study={study} />;
  }
  const { ledger, today, funnel } = numbers;
  if (ledger.total.started === 0) return <Nothing study={study} />;
  const received = ledger.total.counted + ledger.total.excluded;
  const { narrowest } = funnel;
  const at = page.pages.findIndex((one) => one.code === narrowest?.page);
  const parts = [
    narrowest && at >= 0
      ? fill(says.stopsAt, {
          page: at + 1,
          title: page.pages[at]?.title[language] ?? "",
          n: grouped(language, narrowest.people),
        })
      : undefined,
    page.closes &&
      fill(page.closes.over ? says.closed : says.closes, { day: formatDay(page.closes.day, language) }),
  ].filter((part) => part !== undefined);
  return (
    <>
      <p aria-live="polite">
        <strong>{amount(language, says.answers, received)}</strong>
        {says.comma}
        {today === 0 ? says.todayNone : amount(language, says.today, today)}
        {parts.map((part) => `${says.semicolon}${part}`).join("")}
        {says.stop}
      </p>
      {leftOut.length > 0 ? (
        <p className="quiet-text">
          {fill(says.leftOut, {
            waves: leftOut.map((one) => one.name[language]).join(says.listComma),
            k: page.k,
          })}
        </p>
      ) : null}
    </>
  );
}

function Nothing({ study }: { study: StudyHead }) {
  const { board: says } = useMessages();
  return (
    <>
      <p aria-live="polite">{says.nothing}</p>
      <p>{says.nothingNext}</p>
      <ToWaves study={study} words={says.toWaves} />
    </>
  );
}
