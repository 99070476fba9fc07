import { z } from "zod";
import { leavesOf } from "#app/instrument/condition-leaves.ts";
import { type Condition, condition, optionCode } from "#app/questions/base.ts";
import { type WrittenItem, writtenItem } from "#app/questions/index.ts";
import type { Options } from "./xlsform-choices.ts";
import { ownColumn } from "./xlsform-own.ts";

/** The column for what neither the standard nor a column of ours has a place for, as JSON. */
export const moreColumn = ownColumn("more");
/** The column for conditions as they are, as JSON: the standard has fewer, and more ways to say the same. */
export const routingColumn = ownColumn("relevant");

type Flagged = { code: string; other?: boolean; exclusive?: boolean; showIf?: Condition };

/** Fields of a question that stand in columns of their own; the rest is `more`. */
const inColumns = new Set(
  "kind code rev text short help required showIf theme subtheme background mirrors options rows".split(" "),
);
/** What the standard's columns say of the kinds it has. */
const byStandard: Record<string, string[]> = {
  scale: ["scale", "allowNA", "reverse", "direction", "expect"],
  multiple: ["max"],
  year: ["min", "max"],
  text: ["maxLength"],
};

/** What of a question has no place but the column for it; undefined where there is none of it. */
export function moreOf(item: WrittenItem): string | undefined {
  const said = byStandard[item.kind] ?? [];
  const rest = Object.entries(item).filter(([key]) => !inColumns.has(key) && !said.includes(key));
  const flags = "options" in item ? item.options.flatMap(flagsOf) : [];
  const more = { ...Object.fromEntries(rest), ...(flags.length > 0 ? { options: flags } : {}) };
  return Object.keys(more).length > 0 ? JSON.stringify(more) : undefined;
}

const flagsOf = (option: Flagged & { label: unknown }): Flagged[] => {
  const { label: _, ...flags } = option;
  return Object.keys(flags).length > 1 ? [flags] : [];
};

const more = z.record(z.string(), z.unknown());
const flagged = z.array(
  z.strictObject({
    code: optionCode,
    other: z.boolean().optional(),
    exclusive: z.boolean().optional(),
    showIf: condition.optional(),
  }),
);

/** What a cell of `more` says, without what has a place elsewhere; undefined where it is not as we write it. */
export function readMore(
  cell: string,
): { fields: Record<string, unknown>; flags: Map<string, Flagged> } | undefined {
  try {
    const { options, ...fields } = more.parse(JSON.parse(cell || "{}"));
    for (const key of Object.keys(fields)) if (inColumns.has(key)) delete fields[key];
    const flags = flagged.parse(options ?? []) as Flagged[];
    return { fields, flags: new Map(flags.map((one) => [one.code, one])) };
  } catch {
    return undefined;
  }
}

/** Options with what `more` says of each. */
export const withFlags = (options: Options["options"], flags: Map<string, Flagged>) =>
  options.map((option) => ({ ...option, ...flags.get(option.code) }));

/** Whether a question made of columns and `more` is one. */
export function isItem(made: object): boolean {
  const text = { "zh-CN": "", en: "" };
  return writtenItem.safeParse({ code: "AA", rev: 1, text, ...made }).success;
}

export function readCondition(cell: string): Condition | undefined {
  if (!cell) return undefined;
  try {
    return condition.parse(JSON.parse(cell));
  } catch {
    return undefined;
  }
}

/** Everything a condition asks about. */
export const askedBy = (showIf: Condition): string[] => leavesOf(showIf).map(({ item }) => item);
