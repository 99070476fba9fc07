import { Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { type DoorLine, DoorTable } from "./door-table.tsx";
import { StateTag } from "./state-tag.tsx";
import type { WaveWords } from "./wave-sentence.ts";

interface WaveSectionProps {
  study: string;
  wave: WaveWords & { doors: DoorLine[]; doorCount: number };
  k: number;
  staffK: number;
}

/** One wave where all are listed: when, in what state, and its doors. */
export function WaveSection({ study, wave, k, staffK }: WaveSectionProps) {
  const language = useLanguage();
  const { waves } = useMessages();
  const address = `/studio/${study}/fieldwork/waves/${wave.number}`;
  return (
    <section className="studio-section" aria-labelledby={`wave-${wave.number}`}>
      <h2 id={`wave-${wave.number}`} className="wave-heading">
        <Link to={address}>{wave.name[language]}</Link> <StateTag state={wave.state} />
      </h2>
      <WaveDates wave={wave} />
      {wave.doors.length === 0 ? (
        <p>{waves.noDoors}</p>
      ) : (
        <DoorTable
          study={study}
          label={`${waves.doors}: ${wave.name[language]}`}
          doors={wave.doors}
          k={k}
          staffK={staffK}
        />
      )}
      <p className="wave-actions">
        <Link className="button quiet" to={address}>
          {waves.manage}
          <span className="visually-hidden">: {wave.name[language]}</span>
        </Link>
        {wave.doorCount > wave.doors.length ? (
          <Link className="studio-back" to={address}>
            {fill(waves.allDoors, { n: grouped(language, wave.doorCount) })}
          </Link>
        ) : null}
      </p>
    </section>
  );
}

/** A wave's number, times, grace and questionnaire in a line. */
export function WaveDates({ wave }: { wave: WaveWords }) {
  const { waves, answersImport } = useMessages();
  const language = useLanguage();
  return (
    <p className="quiet-text">
      {[
        fill(waves.waveNumber, { n: wave.number }),
        `${wave.opens} – ${wave.closes}`,
        fill(waves.graceOf, { n: wave.graceMinutes }),
        ...(wave.imported ? [answersImport.tag] : []),
        ...(wave.of ? [wave.of[language]] : []),
        `${waves.version} ${fill(waves.versionNumber, { n: wave.versionNumber })}`,
      ].join(" · ")}
    </p>
  );
}
