import { fill } from "#app/locales/language.ts";
import type { CrossAssociation, CrossTab } from "#app/results/cross-tab.ts";
import { reasonTexts } from "#app/statistics/reason-texts.ts";
import { amount, grouped } from "../studio/amount.ts";
import { countCell, pCell } from "./cells.ts";
import { residualText, shadeOf } from "./cross-words.ts";
import type { Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { bounded, digitsFor, fixed, probability, rangeText, sentences } from "./numbers.ts";

type Found = Extract<CrossAssociation, { computable: true }>;

/** How closely the two questions go together, or why that cannot be said. */
export function associationExhibit(table: CrossTab, reader: Reader): Exhibit {
  const { messages, language } = reader;
  const { association: words, method } = messages.cross;
  const { association, bases } = table;
  const common = {
    code: "association",
    title: words.title,
    method: {
      statistics: ["association"],
      formula: [...method.formula.slice(1), method.computed],
      base: method.base[bases],
      missing: method.missing,
    },
  } as const;
  if (!association.computable) return { ...common, lead: whyNot(association.reason, reader) };
  return {
    ...common,
    n: association.n,
    lead: sentences(language, [
      sentence(association, reader),
      furthest(table, reader),
      words.reading,
      fill(words.chance, { v: vText(association.byChance, association.n) }),
      ...caveats(association, reader),
    ]),
    table: measures(association, reader),
  };
}

function whyNot(reason: Extract<CrossAssociation, { computable: false }>["reason"], reader: Reader): string {
  const { reasons } = reader.messages.cross.association;
  return reason === "hidden" || reason === "several" ? reasons[reason] : reasonTexts[reason][reader.language];
}

const vText = (v: number, n: number) => bounded(v, digitsFor(n, 2));
const vRange = ({ low, high, n }: Found) => rangeText(low, high, (v) => vText(v, n));

/** "Cramér's V = .12 (95% interval .08–.17); χ²(4, n = 1,204) = 17.30, p = .002." */
function sentence(found: Found, { messages, language }: Reader): string {
  const { v, n, df, chiSquare, p } = found;
  return fill(messages.cross.association.lead, {
    v: vText(v, n),
    range: vRange(found),
    df,
    n: grouped(language, n),
    chi: fixed(chiSquare, 2),
    p: probability(p),
  });
}

/** The cell that departs most from what independence expects. */
function furthest({ rows, columns, cells }: CrossTab, { messages, language }: Reader): string {
  const { strongest, none } = messages.cross.association;
  let most = { residual: 0, row: "", column: "" };
  for (const [at, row] of rows.entries())
    for (const [to, column] of columns.entries()) {
      const cell = cells[at]![to]!;
      const residual = cell.shown ? (cell.residual ?? 0) : 0;
      if (Math.abs(residual) > Math.abs(most.residual))
        most = { residual, row: row.label[language], column: column.label[language] };
    }
  return shadeOf(most.residual) === 0
    ? none
    : fill(strongest, { ...most, residual: residualText(most.residual) });
}

function caveats({ leftOut, thinCells, leastExpected }: Found, { messages, language }: Reader) {
  const words = messages.cross.association;
  return [
    leftOut > 0 ? amount(language, words.leftOut, leftOut) : undefined,
    thinCells > 0 ? fill(words.thin, { n: thinCells, least: fixed(leastExpected, 1) }) : undefined,
  ];
}

function measures(found: Found, reader: Reader): Exhibit["table"] {
  const words = reader.messages.cross.association;
  const { v, byChance, low, high, n, chiSquare, df, p, leastExpected, thinCells, leftOut } = found;
  return {
    caption: words.title,
    head: [
      { text: words.measure },
      { text: words.value, number: true },
      { text: words.interval, interval: true },
    ],
    rows: [
      [words.v, { text: vText(v, n), value: v, strong: true }, { text: vRange(found), low, high }],
      [words.byChance, { text: vText(byChance, n), value: byChance }, ""],
      [words.chi, { text: fixed(chiSquare, 2), value: chiSquare }, ""],
      [words.df, countCell(df, reader), ""],
      [words.p, pCell(p), ""],
      [words.n, countCell(n, reader), ""],
      [words.least, { text: fixed(leastExpected, 1), value: leastExpected }, ""],
      [words.thinCells, countCell(thinCells, reader), ""],
      [words.out, countCell(leftOut, reader), ""],
    ],
  };
}
