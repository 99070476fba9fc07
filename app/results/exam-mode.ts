import type { Columns } from "./columns.ts";

/** Exam mode and exam year of the questionnaire: nobody was assigned a mode, and it changed with the years. */
export const examMode = { mode: "BG09", year: "BG08", pair: ["site", "remote"] } as const;

/** Whether a study asks how and in which year the exam was taken. */
export function asksExamMode(columns: Columns): boolean {
  const [mode, year] = [columns.byCode.get(examMode.mode), columns.byCode.get(examMode.year)];
  if (!mode?.group || !year?.group) return false;
  return examMode.pair.every((code) => mode.categories.some((one) => one.code === code));
}

/** How hard the exam was, in whichever version asks it; best in the middle. */
export const examDifficulty = "EXB01";
