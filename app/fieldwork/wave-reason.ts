import { type Messages, messagesIn } from "#app/locales/index.ts";
import { fill, type Language, languages, type Text } from "#app/locales/language.ts";
import type { DoorKind } from "./door.ts";
import { momentText } from "./moment-text.ts";

interface WaveTimes {
  name: Text;
  opensAt: string;
  closesAt: string;
  graceMinutes: number;
  version: number;
}
interface DoorFacts {
  name: Text;
  cohort: Record<string, Text>;
  expected: number | null;
  most: number | null;
}

/** The same said in every language, a line each, as it is kept with a decision; `sourceIn` reads it. */
export const inEveryLanguage = (
  say: (words: Messages["waves"]["reasons"], language: Language) => string,
): string => languages.map((language) => say(messagesIn(language).waves.reasons, language)).join("\n");

/** What was decided by making a wave. */
export const madeWave = (wave: WaveTimes, timeZone: string): string =>
  inEveryLanguage((words, language) =>
    fill(words.madeWave, {
      name: wave.name[language],
      opens: momentText(language, timeZone, wave.opensAt),
      closes: momentText(language, timeZone, wave.closesAt),
      version: wave.version,
    }),
  );

/** What was decided by changing a wave: each setting that differs, before and after. */
export const changedWave = (before: WaveTimes, after: WaveTimes, timeZone: string): string =>
  inEveryLanguage((words, language) => {
    const at = (time: string) => momentText(language, timeZone, time);
    const changes = [
      isSame(before.name, after.name) ? "" : fill(words.name, { to: after.name[language] }),
      before.opensAt === after.opensAt
        ? ""
        : fill(words.opens, { from: at(before.opensAt), to: at(after.opensAt) }),
      before.closesAt === after.closesAt
        ? ""
        : fill(words.closes, { from: at(before.closesAt), to: at(after.closesAt) }),
      before.graceMinutes === after.graceMinutes
        ? ""
        : fill(words.grace, { from: before.graceMinutes, to: after.graceMinutes }),
      before.version === after.version
        ? ""
        : fill(words.version, { from: before.version, to: after.version }),
    ];
    return fill(words.changedWave, { name: before.name[language], changes: joined(changes, words) });
  });

/** What was decided by changing a door. */
export const changedDoor = (before: DoorFacts, after: DoorFacts): string =>
  inEveryLanguage((words, language) => {
    const variables = [...new Set([...Object.keys(before.cohort), ...Object.keys(after.cohort)])];
    const number = (n: number | null) => n ?? words.nothing;
    const changes = [
      isSame(before.name, after.name) ? "" : fill(words.name, { to: after.name[language] }),
      ...variables.map((variable) =>
        isSame(before.cohort[variable], after.cohort[variable])
          ? ""
          : fill(words.cohort, {
              variable,
              from: before.cohort[variable]?.[language] ?? words.nothing,
              to: after.cohort[variable]?.[language] ?? words.nothing,
            }),
      ),
      before.expected === after.expected
        ? ""
        : fill(words.expected, { from: number(before.expected), to: number(after.expected) }),
      before.most === after.most
        ? ""
        : fill(words.most, { from: number(before.most), to: number(after.most) }),
    ];
    return fill(words.changedDoor, { name: before.name[language], changes: joined(changes, words) });
  });

/** What was decided by making a door. */
export const madeDoor = (door: { name: Text; kind: DoorKind }): string =>
  inEveryLanguage((words, language) =>
    fill(words.madeDoor, { name: door.name[language], kind: messagesIn(language).waves.kinds[door.kind] }),
  );

/** What was decided by closing a door by hand, or opening it again. */
export const closedDoor = (door: { name: Text }, closed: boolean): string =>
  inEveryLanguage((words, language) =>
    fill(closed ? words.closedDoor : words.reopenedDoor, { name: door.name[language] }),
  );

const isSame = (a: Text | undefined, b: Text | undefined) => languages.every((one) => a?.[one] === b?.[one]);

const joined = (changes: string[], words: Messages["waves"]["reasons"]) =>
  changes.filter(Boolean).join(words.join) || words.unchanged;
