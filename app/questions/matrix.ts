import { z } from "zod";
import { baseItem, code, condition, option, text } from "./base.ts";
import type { MultipleItem } from "./multiple.ts";
import type { SectionItem } from "./section.ts";
import type { SingleItem } from "./single.ts";

/** Rows that share their options. Each row is a question of its own, stored and counted under its own code. */
export const matrixItem = z.strictObject({
  kind: z.literal("matrix").describe("Rows that share their options; each row is stored under its own code."),
  ...baseItem,
  rows: z
    .array(
      z.strictObject({
        code,
        rev: baseItem.rev,
        text: text.describe("The row as it is asked."),
        short: baseItem.short,
        showIf: condition.optional().describe("Asked only of those for whom this holds."),
      }),
    )
    .min(1)
    .max(50)
    .describe("In the order in which they are asked."),
  options: z.array(option).min(2).describe("What every row offers."),
  several: z.boolean().default(false).describe("Whether a row takes several choices."),
  max: z.int().min(1).optional().describe("The most that may be chosen in a row."),
});
export type MatrixItem = z.infer<typeof matrixItem>;

/** A matrix as it is asked: its heading, then each row as a question of its own. Phones show just that. */
export function rowsOf(item: MatrixItem): (SectionItem | SingleItem | MultipleItem)[] {
  const { kind: _, rows, options, several, max, short: __, ...shared } = item;
  const heading: SectionItem = {
    kind: "section",
    ...{ code: item.code, rev: item.rev, text: item.text, body: [] },
    ...{ required: false, background: false, mirrors: [] },
    ...(item.help ? { help: item.help } : {}),
    ...(item.showIf ? { showIf: item.showIf } : {}),
  };
  const asked = rows.map((row): SingleItem | MultipleItem => {
    const { help: _, showIf, ...rest } = shared;
    const both = showIf && row.showIf ? { all: [showIf, row.showIf] } : (showIf ?? row.showIf);
    const { showIf: __, ...own } = row;
    const base = { ...rest, ...own, options, ...(both ? { showIf: both } : {}) };
    return several ? { kind: "multiple", ...base, ...(max ? { max } : {}) } : { kind: "single", ...base };
  });
  return [heading, ...asked];
}
