import type { Definition } from "#app/instrument/definition.ts";
import type { Language, Text } from "#app/locales/language.ts";

interface Line {
  code: string;
  title: Text | undefined;
  respondent: Definition["respondent"];
}

/** Students first: a study is about them, the others look on. A record, so that no respondent can be forgotten. */
const places: Record<Definition["respondent"], number> = { student: 0, teacher: 1, college: 2, employer: 3 };

/** Instruments as a list shows them: by who answers, then by title in the reader's language, untitled ones last. */
export function inInstrumentOrder<One extends Line>(lines: readonly One[], language: Language): One[] {
  return lines.toSorted(
    (a, b) =>
      places[a.respondent] - places[b.respondent] ||
      Number(!a.title?.[language]) - Number(!b.title?.[language]) ||
      (a.title?.[language] ?? "").localeCompare(b.title?.[language] ?? "", language) ||
      a.code.localeCompare(b.code, "en"),
  );
}
