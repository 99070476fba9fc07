import { fill } from "#app/locales/language.ts";
import type { CrossLine, CrossTab } from "#app/results/cross-tab.ts";
import type { HiddenBecause } from "#app/results/view.ts";
import { grouped } from "../studio/amount.ts";
import type { Shade } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { bounded, digitsFor, probability, sentences, signed } from "./numbers.ts";

/** Where the residuals' two steps begin: about 1 in 20, and 1 in 370, of cells where nothing goes together. */
const steps = { some: 2, far: 3 } as const;

export function shadeOf(residual: number | undefined): Shade {
  const size = Math.abs(residual ?? 0);
  const step = size > steps.far ? 2 : size > steps.some ? 1 : 0;
  return ((residual ?? 0) < 0 && step > 0 ? -step : step) as Shade;
}

export const residualText = (residual: number): string => signed(residual, 1);

export const tableTitle = ({ row, column }: CrossTab, { messages, language }: Reader): string =>
  fill(messages.cross.of, { row: named(row.short[language]), column: named(column.short[language]) });

/** A statement as a name: without its full stop. */
const named = (text: string) => text.replace(/[.。]$/u, "");

/** Why a cell has no number, in the few characters that a cell has room for. */
export const shortWhy = (why: HiddenBecause, { messages, k }: Reader): string =>
  why === "few" ? fill(messages.cross.short.few, { k }) : messages.cross.short.other;

/** Whether a line has nothing to show, and why. */
export function whyLine({ n }: CrossLine, cells: CrossTab["cells"][number]): HiddenBecause | undefined {
  if (cells.some((cell) => cell.shown)) return undefined;
  return n.shown ? undefined : n.why;
}

/** How many responses, which two questions, and whether they go together. */
export function crossLead({ base, row, column, association }: CrossTab, reader: Reader): string {
  const { messages, language } = reader;
  const { lead, related, unrelated } = messages.cross;
  const two = { row: named(row.short[language]), column: named(column.short[language]) };
  const n = base.shown ? grouped(language, base.n) : "";
  if (!association.computable) return fill(lead, { ...two, n });
  const { v, p, n: people } = association;
  const found = { v: bounded(v, digitsFor(people, 2)), p: probability(p) };
  return sentences(language, [fill(lead, { ...two, n }), fill(p < level ? related : unrelated, found)]);
}

const level = 0.05;
