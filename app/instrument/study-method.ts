import { z } from "zod";
import { completeText as text } from "#app/questions/base.ts";

/** Who asks whom, and how: printed in the consent letter, on the public page and in the brief. */
export const studyMethod = z.strictObject({
  institution: text,
  lead: text,
  contact: z.string(),
  ethics: text,
  /** Who was meant to be reached. */
  population: text,
  /** How they were reached. */
  recruitment: text,
  /** What the results do not cover. */
  limits: z.array(text),
});
export type StudyMethod = z.infer<typeof studyMethod>;
