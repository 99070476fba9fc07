import type { respondents as chinese } from "../zh-CN/respondents.ts";

/** Where a study has several instruments: whose answers are shown. */
export const respondents: typeof chinese = {
  label: "Whose answers",
  names: { student: "Students", teacher: "Teachers", college: "Colleges", employer: "Employers" },
  only: "Only answers to “{title}”",
  instrument: "Questionnaire",
  releases: "Releases hold answers to “{title}” only; those to the study’s other surveys are not in them.",
  quality:
    "The thresholds hold for every survey of this study; the counts and lists below are of this one only.",
};
