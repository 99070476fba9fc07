import { z } from "zod";
import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";

/** What is known of the population along one variable, and from where. */
export const margin = z.strictObject({
  unit: z.enum(["people", "percent"]),
  /** By category code; a category without a figure is not covered by the source. */
  figures: z.record(z.string(), z.number().min(0)),
  /** Categories that count as another one, by code: together they are one group of the figures. */
  joined: z.record(z.string(), z.string()).optional(),
  source: z.string(),
  /** The year, month or day the figures stand for: YYYY, YYYY-MM or YYYY-MM-DD. */
  asOf: z.string(),
});
export type Margin = z.infer<typeof margin>;

/** By code of the variable, in the order they were entered. */
export type Margins = Readonly<Record<string, Margin>>;
const stored = z.record(z.string(), margin);

/** Margins as a study keeps them (JSON). @throws when they are none */
export const readMargins = (json: string): Margins => stored.parse(JSON.parse(json));

/** Their cross has to be protected cell by cell: more variables than a filter may have conditions are too many. */
export const mostMargins = 4;
/** One class in a hundred has no share worth knowing. */
const mostCategories = 60;

/** The variables of which something can be known: background questions and what doors are told apart by. */
export const marginColumns = (columns: Columns): Column[] =>
  [...columns.byCode.values()].filter(
    ({ group, source, categories }) =>
      group && source !== "context" && categories.length > 1 && categories.length <= mostCategories,
  );

/** Figures by category of a column; 0 where there is none. */
export const figuresOf = ({ figures }: Margin, { categories }: Column): number[] =>
  categories.map(({ code }) => (Object.hasOwn(figures, code) ? figures[code]! : 0));

/** Which category each one of a column counts as: most as themselves. */
export function rootsOf({ joined = {} }: Margin, { categories }: Column): number[] {
  const place = (code: string) => categories.findIndex((one) => one.code === code);
  return categories.map(({ code }, index) => {
    const other = Object.hasOwn(joined, code) ? place(joined[code]!) : -1;
    return other < 0 ? index : other;
  });
}

/** Figures by category, those of joined ones added to the one they count as. */
export function joinedFigures(margin: Margin, column: Column): number[] {
  const sums = column.categories.map(() => 0);
  const roots = rootsOf(margin, column);
  figuresOf(margin, column).forEach((figure, index) => {
    sums[roots[index]!]! += figure;
  });
  return sums;
}
