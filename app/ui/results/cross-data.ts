import type { Text } from "#app/locales/language.ts";
import type { Column } from "#app/results/column.ts";
import type { Columns } from "#app/results/columns.ts";
import type { CrossTab } from "#app/results/cross-tab.ts";
import { crossable } from "#app/results/cross-tab-view.ts";
import { examMode } from "#app/results/exam-mode.ts";
import { filterVariables } from "./read-asked.ts";

/** A question that may be chosen. */
export interface CrossChoice {
  code: string;
  short: Text;
  /** Where it stands in the list: who people are, their certificate, else the title of its theme or page. */
  section: "people" | "certificate" | "other" | Text;
  /** Whether it may make the rows. */
  row: boolean;
}

export type CrossProblem = "unknown" | "same" | "several";

/** What the page is told. */
export interface CrossData {
  choices: CrossChoice[];
  row?: string;
  column?: string;
  /** Why the two that were asked for make no table: the address is refused, the form kept. */
  problem?: CrossProblem;
  table?: CrossTab;
}

/** All that may be chosen, section by section. */
export function crossChoices(columns: Columns): CrossChoice[] {
  const { themes, pages } = columns.around.instrument;
  const groups = new Map(filterVariables(columns).map(({ code, section }) => [code, section]));
  const rows = new Set(crossable(columns, "row"));
  const choices = crossable(columns, "column").map((column): CrossChoice => {
    const { code, short, item } = column;
    const theme = themes.find((one) => one.code === item?.theme);
    const page = pages.find((one) => one.items.some((item) => item.code === code));
    const section = groups.get(code) ?? theme?.title ?? page?.title ?? "other";
    return { code, short, section, row: rows.has(column) };
  });
  const sections = [...new Set(choices.map(({ section }) => section))];
  return sections.flatMap((section) => choices.filter((one) => one.section === section));
}

/** What the page begins with: exam mode and difficulty where a study asks them, else its first group and first opinion. */
export function crossDefault(columns: Columns): { row: string; column: string } | undefined {
  const all = crossable(columns, "column");
  const row = all.find((one) => one.code === examMode.mode && one.group) ?? all.find((one) => one.group);
  const opinions = all.filter((one) => !one.group && one.measure !== "several");
  const column = opinions.find(isBipolar) ?? opinions[0];
  return row && column && { row: row.code, column: column.code };
}

/** Difficulty and the like: best in the middle. */
const isBipolar = (column: Column): boolean =>
  column.scale !== undefined && column.scale.kind !== "agreement";
