import { Form, Link } from "@remix-run/react";
import { useMessages } from "../../language.tsx";
import { AskOnce } from "./ask-once.tsx";
import { DoorFacts } from "./door-facts.tsx";
import { DoorLink } from "./door-link.tsx";
import type { DoorLine } from "./door-table.tsx";
import { type QuotaLine, QuotaTable } from "./quota-table.tsx";
import { ToWave } from "./to-wave.tsx";
import type { WaveWords } from "./wave-sentence.ts";

interface DoorBodyProps {
  study: string;
  room: {
    wave: WaveWords;
    door: DoorLine & { closed: boolean; most: number | null; unfinished: number | null };
    quotas: QuotaLine[];
    staffK: number;
  };
}

/** A door's link and prints, numbers, settings and quotas, and closing it by hand. */
export function DoorBody({ study, room }: DoorBodyProps) {
  const { waves } = useMessages();
  const { door, wave, quotas, staffK } = room;
  const { doorPage } = waves;
  const quotasAddress = `/studio/${study}/fieldwork/waves/${wave.number}/quotas`;
  const facts = (
    <DoorFacts
      door={door}
      staffK={staffK}
      settings={`/studio/${study}/fieldwork/doors/${door.slug}/settings`}
    />
  );
  // What was imported came through a door that leads nowhere: there is nothing to hand out, fill or close.
  if (door.kind === "imported")
    return (
      <>
        {facts}
        <ToWave study={study} wave={wave} />
      </>
    );
  return (
    <>
      <DoorLink study={study} door={door} />
      {facts}
      <section className="studio-section">
        <h2>{waves.quotas}</h2>
        {quotas.length > 0 ? (
          <QuotaTable quotas={quotas} staffK={staffK} address={quotasAddress} />
        ) : (
          <p>{doorPage.noQuotas}</p>
        )}
        <Link className="button quiet" to={quotasAddress}>
          {doorPage.manageQuotas}
        </Link>
      </section>
      <section className="studio-section">
        <h2>{doorPage.close}</h2>
        {door.closed ? (
          <Form method="post">
            <p>{doorPage.closedByHand}</p>
            <button className="quiet" type="submit" name="intent" value="reopen">
              {doorPage.reopen}
            </button>
          </Form>
        ) : (
          <AskOnce label={doorPage.close} lead={doorPage.closeLead} intent="close" yes={doorPage.closeYes} />
        )}
      </section>
      <ToWave study={study} wave={wave} />
    </>
  );
}
