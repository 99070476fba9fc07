import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { type WaveWords, waveSentence } from "./wave-sentence.ts";
import { zoneText } from "./zone-text.ts";

/** What is going on: every wave that is not over, or that none is. */
export function WavesLead({ waves, timeZone }: { waves: WaveWords[]; timeZone: string }) {
  const language = useLanguage();
  const messages = useMessages();
  const words = messages.waves;
  const living = waves.filter((wave) => wave.state !== "closed");
  const [newest] = waves;
  if (!newest) return <p>{words.none}</p>;
  return (
    <>
      {living.map((wave) => (
        <p key={wave.number}>{waveSentence(wave, messages, language)}</p>
      ))}
      {living.length === 0 ? (
        <p>
          {words.nothingOpen}
          {language === "en" ? " " : ""}
          {waveSentence(newest, messages, language)}
        </p>
      ) : null}
      <p className="studio-hint">{fill(words.clock, { zone: zoneText(words, timeZone) })}</p>
    </>
  );
}
