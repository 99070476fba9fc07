import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import type { DoorLine } from "./door-table.tsx";
import { StateTag } from "./state-tag.tsx";
import type { WaveWords } from "./wave-sentence.ts";

interface DoorLeadProps {
  door: DoorLine & { closed: boolean; most: number | null };
  wave: WaveWords;
  made: boolean;
  k: number;
}

/** Whether one may come in through this door, in a sentence; a warning where it is for too few. */
export function DoorLead({ door, wave, made, k }: DoorLeadProps) {
  const language = useLanguage();
  const { waves } = useMessages();
  const { doorPage } = waves;
  const sentence = door.closed ? doorPage.closedByHand : doorPage.lead[door.state];
  return (
    <>
      {made ? (
        <p className="studio-says" role="status">
          {doorPage.created}
        </p>
      ) : null}
      <p>
        {fill(sentence, {
          wave: wave.name[language],
          opens: wave.opens,
          closes: wave.closes,
          most: door.most ?? "",
        })}{" "}
        <StateTag state={door.state} />
      </p>
      {door.small ? <p className="wave-warning">{fill(waves.smallDoor, { k })}</p> : null}
    </>
  );
}
