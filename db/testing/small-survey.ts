import type { Kysely } from "kysely";
import { asked, type Instrument, instrumentDefinition } from "#app/instrument/definition.ts";
import type { Database } from "../schema.ts";
import { insertSmallStudy } from "./small-study.ts";

const text = (words: string) => ({ "zh-CN": words, en: words });
const options = (...codes: string[]) => codes.map((code) => ({ code, label: text(code) }));
const common = { rev: 1, required: false };

/** Two pages: who one is (required), then an opinion and words. `more` adds a question to the second. */
export const smallInstrument = (more = false): Instrument =>
  asked(
    instrumentDefinition.parse({
      format: 1,
      code: "small",
      respondent: "student",
      title: text("Small survey"),
      invitation: text("A few questions."),
      minutes: { from: 1, to: 2 },
      status: text("For tests only."),
      scales: {
        agree: {
          kind: "agreement",
          points: [1, 2, 3].map((value) => ({ value, label: text(`point ${value}`) })),
        },
      },
      consent: {
        letter: [text("Who asks and why.")],
        ticks: [{ kind: "consent", code: "CON01", text: text("I agree"), ...common, required: true }],
      },
      pages: [
        {
          code: "who",
          title: text("Who"),
          items: [
            {
              kind: "single",
              code: "WHO01",
              text: text("Year"),
              ...common,
              required: true,
              options: options("first", "second"),
            },
            {
              kind: "multiple",
              code: "WHO02",
              text: text("Held"),
              ...common,
              options: options("a", "b", "c"),
            },
          ],
        },
        {
          code: "what",
          title: text("What"),
          items: [
            { kind: "scale", code: "WHAT01", text: text("Useful"), ...common, scale: "agree" },
            { kind: "text", code: "WHAT02", text: text("Words"), ...common },
            ...(more ? [{ kind: "text", code: "WHAT03", text: text("New words"), ...common }] : []),
          ],
        },
      ],
      themes: [],
      scoring: [],
    }),
  );

/** A small study whose wave asks the small instrument, and has been open for long. */
export async function insertSmallSurvey(db: Kysely<Database>, slug: string): Promise<void> {
  await insertSmallStudy(db, slug);
  await db
    .updateTable("instrument_versions")
    .set({ definition: JSON.stringify(smallInstrument()) })
    .where("id", "=", slug)
    .execute();
  await db
    .updateTable("waves")
    .set({ closes_at: "2999-01-01T00:00:00.000Z" })
    .where("id", "=", slug)
    .execute();
}
