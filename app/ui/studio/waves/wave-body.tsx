import { Link } from "@remix-run/react";
import { useMessages } from "../../language.tsx";
import { ImportedNote, type ImportedWave } from "../answers-import/imported-note.tsx";
import { type DoorLine, DoorTable } from "./door-table.tsx";
import { type Change, HistorySection } from "./history-section.tsx";
import { type QuotaLine, QuotaTable } from "./quota-table.tsx";
import { type TargetLine, TargetList } from "./target-parts.tsx";
import { WaveControls } from "./wave-controls.tsx";
import { WavePrints } from "./wave-prints.tsx";
import type { WaveWords } from "./wave-sentence.ts";

interface WaveBodyProps {
  study: string;
  room: {
    wave: WaveWords;
    k: number;
    staffK: number;
    doors: (DoorLine & { closed: boolean })[];
    quotas: QuotaLine[];
    targets: TargetLine[];
    postersAtOnce: number;
    history: Change[];
    imported?: ImportedWave | undefined;
  };
}

/** A wave's controls, doors, quotas, targets and history. */
export function WaveBody({ study, room }: WaveBodyProps) {
  const { waves } = useMessages();
  const { wave, doors, quotas, targets, k, staffK } = room;
  const address = `/studio/${study}/fieldwork/waves/${wave.number}`;
  return (
    <>
      {room.imported ? <ImportedNote imported={room.imported} /> : <WaveControls study={study} wave={wave} />}
      <section className="studio-section">
        <h2>{waves.doors}</h2>
        {doors.length === 0 ? <p>{waves.noDoors}</p> : null}
        {doors.length > 0 && !room.imported ? <p className="quiet-text">{waves.doorsLead}</p> : null}
        {room.imported ? null : (
          <p className="wave-actions">
            <Link className="button" to={`${address}/new-door`}>
              {waves.newDoor}
            </Link>
            <Link className="button quiet" to={`${address}/import`}>
              {waves.classes}
            </Link>
          </p>
        )}
        {doors.length > 0 ? (
          <>
            {room.imported ? null : (
              <WavePrints
                address={address}
                posters={{
                  classes: doors.filter(({ kind, closed }) => kind === "class" && !closed).length,
                  atOnce: room.postersAtOnce,
                }}
              />
            )}
            <DoorTable study={study} label={waves.doors} doors={doors} k={k} staffK={staffK} />
          </>
        ) : null}
      </section>
      {room.imported ? null : (
        <section className="studio-section">
          <h2>{waves.quotas}</h2>
          {quotas.length > 0 ? (
            <QuotaTable quotas={quotas} staffK={staffK} address={`${address}/quotas`} />
          ) : (
            <p>{waves.quotaPage.none}</p>
          )}
          <Link className="button quiet" to={`${address}/quotas`}>
            {waves.doorPage.manageQuotas}
          </Link>
        </section>
      )}
      <section className="studio-section">
        <h2>{waves.targets}</h2>
        {targets.length > 0 ? (
          <TargetList set={targets} address={`${address}/targets`} />
        ) : (
          <p>{waves.targetPage.none}</p>
        )}
        <Link className="button quiet" to={`${address}/targets`}>
          {waves.manageTargets}
        </Link>
      </section>
      <HistorySection history={room.history} />
    </>
  );
}
