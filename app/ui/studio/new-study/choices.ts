/** What a new study can begin with. */
export const studySurveys = ["students", "stakeholders", "course", "blank", "import"] as const;
export type StudySurvey = (typeof studySurveys)[number];
/** Those that can be asked at once. */
export const opensAtOnce = (survey: StudySurvey) => survey !== "blank" && survey !== "import";

export const surveyLanguages = { both: ["zh-CN", "en"], zh: ["zh-CN"], en: ["en"] } as const;
export type SurveyLanguages = keyof typeof surveyLanguages;

/** Longest texts of the first step: together they travel in an address. */
export const longest = {
  name: 80,
  institution: 80,
  lead: 60,
  contact: 120,
  ethics: 80,
  population: 120,
  recruitment: 120,
};
export type Longest = typeof longest;
/** Texts of the first step in both languages, and whether a study cannot do without. */
export const aboutTexts = {
  name: true,
  institution: true,
  lead: true,
  ethics: true,
  population: false,
  recruitment: false,
} as const;
export type AboutText = keyof typeof aboutTexts;
