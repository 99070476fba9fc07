import { z } from "zod";
import { languageTag } from "#app/instrument/language-names.ts";
import { longestPassword, shortestPassword } from "./passwords.server.ts";

/** What the studio's forms and addresses may say. Messages are keys of `studio.problems`. */
export const signInForm = z.object({
  email: z.string("required").trim().min(1, "required").max(254, "tooLong"),
  password: z.string("required").min(1, "required").max(1000, "tooLong"),
});

export const passwordForm = z
  .object({
    password: z.string("required").min(1, "required").max(1000, "tooLong"),
    newPassword: z
      .string("required")
      .refine((typed) => [...typed].length >= shortestPassword, "passwordShort")
      .refine((typed) => [...typed].length <= longestPassword, "tooLong"),
    passwordAgain: z.string("required"),
  })
  .refine((form) => form.newPassword === form.passwordAgain, {
    path: ["passwordAgain"],
    error: "notTheSame",
  });

export const exclusionForm = z.object({
  intent: z.enum(["exclude", "include"], "unknown"),
  reason: z.string("required").trim().min(1, "required").max(500, "tooLong"),
});

const key = z.string().regex(/^[\w-]{1,64}$/);

/** A row of the response table: its day and id. */
const place = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_[\w-]{1,64}$/)
  .optional();

/** The response table's address: anything it does not know is refused, not guessed at. */
export const responseListQuery = z.strictObject({
  /** Which instrument's, where the study has several. */
  respondent: key.optional(),
  door: key.optional(),
  day: z.iso.date().optional(),
  language: z
    .string()
    .max(35)
    .refine((tag) => languageTag(tag) === tag)
    .optional(),
  state: z.enum(["all", "counted", "excluded"]).default("all"),
  /** The last row of the page before. */
  after: place,
  /** The first row of the page after; with `after` as well, `after` counts. */
  before: place,
});
export type ResponseListQuery = z.infer<typeof responseListQuery>;
