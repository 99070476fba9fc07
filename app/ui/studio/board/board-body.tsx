import type { BoardPage } from "#app/fieldwork/board-page.ts";
import { AnswersOverTimeSection } from "../answers-over-time.tsx";
import { FunnelSection } from "../funnel.tsx";
import type { StudyHead } from "../study-head.ts";
import { CompositionSection } from "./composition-section.tsx";
import { DoorsSection } from "./doors-section.tsx";
import { HoursSection } from "./hours-section.tsx";
import { KeyNumbers } from "./key-numbers.tsx";
import { LedgerSection } from "./ledger-section.tsx";
import { MailSection } from "./mail-section.tsx";
import { RatesSection } from "./rates-section.tsx";

interface BoardBodyProps {
  page: BoardPage;
  study: StudyHead;
  /** Fewest people behind a number of the gate's. */
  staffK: number;
}

/** How the fieldwork stands, from the whole to its parts. */
export function BoardBody({ page, study, staffK }: BoardBodyProps) {
  const { numbers, lists, mail } = page.board;
  return (
    <>
      {numbers && numbers.ledger.total.started > 0 ? (
        <>
          <KeyNumbers page={page} numbers={numbers} />
          <LedgerSection ledger={numbers.ledger} />
          <DoorsSection numbers={numbers} k={page.k} />
          {numbers.overTime.periods.length > 0 ? (
            <AnswersOverTimeSection overTime={numbers.overTime} />
          ) : null}
          <HoursSection hours={numbers.hours} k={page.k} />
          <FunnelSection
            overview={{
              funnel: numbers.funnel,
              pages: page.pages,
              received: numbers.ledger.total.counted + numbers.ledger.total.excluded,
              withdrawn: numbers.ledger.total.withdrawn,
              excluded: numbers.ledger.total.excluded,
            }}
          />
          <RatesSection lists={lists} />
        </>
      ) : null}
      <CompositionSection composition={page.composition} wave={page.chosen} study={study} k={staffK} />
      <MailSection mail={mail} study={study} />
    </>
  );
}
