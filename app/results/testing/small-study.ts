import { asked, type Instrument, instrumentDefinition } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Answers } from "#app/questions/kind.ts";
import { buildColumns, type Columns, type ResponseRow, type StudySurroundings } from "../columns.ts";

export const both = (text: string): Text => ({ "zh-CN": text, en: text });

export interface SmallItem {
  code: string;
  reverse?: boolean;
}
/** An instrument of one scored agreement scale, with background questions of the given options. */
export function smallInstrument(
  items: readonly SmallItem[],
  backgrounds: Readonly<Record<string, readonly string[]>>,
): Instrument {
  return asked(
    instrumentDefinition.parse({
      format: 1,
      code: "small-study",
      respondent: "student",
      title: both("Small"),
      invitation: both("Please"),
      minutes: { from: 1, to: 2 },
      status: both("For tests"),
      scales: {
        agree5: {
          kind: "agreement",
          points: [1, 2, 3, 4, 5].map((value) => ({ value, label: both(`p${value}`) })),
          notApplicable: both("N/A"),
        },
      },
      consent: {
        letter: [both("Dear all")],
        ticks: [{ kind: "consent", code: "CON01", rev: 1, text: both("Yes") }],
      },
      pages: [
        {
          code: "all",
          title: both("All"),
          items: [
            ...Object.entries(backgrounds).map(([code, options]) => ({
              kind: "single",
              code,
              rev: 1,
              text: both(code),
              background: true,
              options: options.map((one) => ({ code: one, label: both(one) })),
            })),
            ...items.map(({ code, reverse }) => ({
              kind: "scale",
              code,
              rev: 1,
              text: both(code),
              scale: "agree5",
              theme: "THEME",
              allowNA: true,
              reverse: reverse ?? false,
            })),
          ],
        },
      ],
      themes: [{ code: "THEME", title: both("Theme") }],
      scoring: [
        {
          code: "THEME",
          title: both("Theme"),
          meaning: both("they like it"),
          items: items.map((one) => one.code),
          minValid: Math.ceil((items.length * 2) / 3),
        },
      ],
    }),
  );
}

export const responseRow = (
  index: number,
  answers: Answers,
  more: Partial<ResponseRow> = {},
): ResponseRow => ({
  id: `r${index}`,
  collector_id: "door",
  language: "zh-CN",
  received_on: "2025-03-01",
  excluded: 0,
  answers: JSON.stringify(answers),
  ...more,
});

export const surroundings = (instrument: Instrument): StudySurroundings => ({
  instrument,
  certificates: [],
  cohorts: new Map(),
  year: 2025,
});

export const columnsOf = (instrument: Instrument, answers: readonly Answers[]): Columns =>
  buildColumns(
    surroundings(instrument),
    answers.map((one, index) => responseRow(index, one)),
  );
