import type { DoorState } from "#app/fieldwork/door.ts";
import type { Messages } from "#app/locales/index.ts";
import { fill, type Language, type Text } from "#app/locales/language.ts";

/** A wave as its pages name it, with its times in words. */
export interface WaveWords {
  number: number;
  name: Text;
  state: DoorState;
  opens: string;
  closes: string;
  graceEnds: string;
  graceMinutes: number;
  versionNumber: number;
  /** Title of its questionnaire, where the study has more than one. */
  of?: Text | undefined;
  paused: boolean;
  /** Its answers were given elsewhere. */
  imported?: boolean;
}

/** What is going on with a wave, in a sentence. */
export const waveSentence = (wave: WaveWords, messages: Messages, language: Language): string =>
  fill(messages.waves.now[wave.state], {
    name: wave.name[language],
    opens: wave.opens,
    closes: wave.closes,
    grace: wave.graceEnds,
  });
