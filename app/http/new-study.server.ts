import { dayIn } from "#app/fieldwork/door.ts";
import { localTimeIn } from "#app/fieldwork/local-time.ts";
import { newShortCode } from "#app/fieldwork/short-code.server.ts";
import { madeDoor, madeWave } from "#app/fieldwork/wave-reason.ts";
import type { Definition } from "#app/instrument/definition.ts";
import { definitions, type TemplateName } from "#app/instrument/templates/index.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language, type Text } from "#app/locales/language.ts";
import { type StudySurvey, studySurveys } from "#app/ui/studio/new-study/choices.ts";
import { createStudy, type NewStudyInstrument } from "#db/queries/new-study.server.ts";
import { connection } from "./db.server.ts";
import type { Parsed } from "./forms.server.ts";
import { madeReason } from "./instrument-list.server.ts";
import { titleOf } from "./instrument-room.server.ts";
import type { StudyAbout } from "./new-study-about.server.ts";
import type { SignedIn } from "./session.server.ts";
import { readWaveForm, refuseForm } from "./wave-forms.server.ts";

export const isSurvey = (value: unknown): value is StudySurvey => studySurveys.includes(value as StudySurvey);

/** The last of several is the newest, which the study's rooms show first. */
const templatesOf: Record<StudySurvey, TemplateName[]> = {
  students: ["oneplusx-student"],
  stakeholders: ["oneplusx-employer", "oneplusx-college", "oneplusx-teacher"],
  course: ["course-evaluation"],
  blank: ["blank"],
  import: [],
};

const inBoth = (say: (language: Language) => string): Text => ({ "zh-CN": say("zh-CN"), en: say("en") });

/** What the last step starts from: from this minute on, for three weeks. */
export function openingDefaults({ timeZone }: Pick<StudyAbout, "timeZone">, now = new Date()) {
  const at = (time: number) => localTimeIn(timeZone, new Date(time));
  return {
    nameZh: messagesIn("zh-CN").newStudy.collector.waveDefault,
    nameEn: messagesIn("en").newStudy.collector.waveDefault,
    opens: at(now.getTime()),
    closes: at(now.getTime() + 21 * 86_400_000),
  };
}

interface Opening {
  name: Text;
  opensAt: string;
  closesAt: string;
  graceMinutes: number;
}

/** Reads the first wave; it ends before the answers are deleted. */
export function readOpening(form: FormData, about: StudyAbout): Parsed<Opening> {
  const whole = new FormData();
  for (const [name, value] of form) whole.append(name, value);
  whole.set("grace", "30");
  // There is no version before there is a study.
  whole.set("version", "first");
  const read = readWaveForm(whole, about.timeZone);
  if (!read.ok) return read;
  const { versionId: _, ...opening } = read.data;
  if (dayIn(about.timeZone, new Date(opening.closesAt)) > about.keepUntil)
    return { ok: false, refused: refuseForm(form, { closes: "keep" }) };
  return { ok: true, data: opening };
}

/** Makes the study with its survey and, where that can be asked, its first wave and link. @returns its address */
export async function makeStudy(
  account: SignedIn,
  about: StudyAbout,
  survey: StudySurvey,
  opening: Opening | undefined,
): Promise<string> {
  const { title, timeZone, method, keepUntil, slug } = about;
  const instruments = templatesOf[survey].map((name): NewStudyInstrument => {
    const definition = written(name, about);
    const wave = opening && waveOf(opening, definition, templatesOf[survey].length > 1);
    const door = {
      ...{ slug: newShortCode(), kind: "open" as const, cohort: {}, expected: null, most: null },
      name: inBoth((language) => messagesIn(language).newStudy.collector.door),
    };
    return {
      ...{ definition, change: { did: "start", about: name } },
      reason: madeReason(titleOf(definition, definition.code)),
      ...(wave
        ? {
            opening: {
              ...{ wave, door, doorReason: madeDoor(door) },
              waveReason: madeWave({ ...wave, version: 1 }, timeZone),
            },
          }
        : {}),
    };
  });
  const now = new Date().toISOString();
  const study = { accountId: account.id, now, slug, title, timeZone, method, keepUntil, instruments };
  return connection().commit((trx) => createStudy(trx, study));
}

/** A template in the languages of the study; a blank one is called like it. */
function written(name: TemplateName, { title, languages: asked }: StudyAbout): Definition {
  const definition = { ...definitions[name](), languages: [...asked] };
  return name === "blank" ? { ...definition, title } : definition;
}

/** Where several are asked, the wave's name says whom. */
const waveOf = (opening: Opening, { respondent }: Definition, several: boolean): Opening =>
  several
    ? {
        ...opening,
        name: inBoth((language) => {
          const { newStudy, respondents } = messagesIn(language);
          return fill(newStudy.collector.respondentWave, {
            wave: opening.name[language],
            respondent: respondents.names[respondent],
          });
        }),
      }
    : opening;
