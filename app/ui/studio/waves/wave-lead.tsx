import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../amount.ts";
import { StateTag } from "./state-tag.tsx";
import { WaveDates } from "./wave-section.tsx";
import { type WaveWords, waveSentence } from "./wave-sentence.ts";
import { zoneText } from "./zone-text.ts";

/** How a wave stands, in a sentence; what was just made, first. */
export function WaveLead({ wave, timeZone, made }: { wave: WaveWords; timeZone: string; made: number }) {
  const language = useLanguage();
  const messages = useMessages();
  const { waves } = messages;
  return (
    <>
      {made > 0 ? (
        <p className="studio-says" role="status">
          {amount(language, waves.classList.created, made)}
        </p>
      ) : null}
      <p>
        {waveSentence(wave, messages, language)} <StateTag state={wave.state} />
      </p>
      <WaveDates wave={wave} />
      <p className="studio-hint">{fill(waves.clock, { zone: zoneText(waves, timeZone) })}</p>
    </>
  );
}
