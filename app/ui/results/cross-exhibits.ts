import { fill } from "#app/locales/language.ts";
import type { CrossCell, CrossTab } from "#app/results/cross-tab.ts";
import type { Shown } from "#app/results/view.ts";
import { countCell, hiddenCell, shareCell } from "./cells.ts";
import { associationExhibit } from "./cross-association.ts";
import type { CrossData } from "./cross-data.ts";
import { crossFigure } from "./cross-figure.ts";
import { residualText, shadeOf, tableTitle, whyLine } from "./cross-words.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";

/** The evidence of the page: the table, and how closely its two questions go together. */
export function crossExhibits({ table }: CrossData, reader: Reader): Exhibit[] {
  if (!table?.base.shown) return [];
  return [tableExhibit(table, reader), associationExhibit(table, reader)];
}

function tableExhibit(table: CrossTab, reader: Reader): Exhibit {
  const { messages, language } = reader;
  const { parts, method, all } = messages.cross;
  const { row, column, bases } = table;
  const computed = table.association.computable;
  const title = tableTitle(table, reader);
  return {
    code: "table",
    title,
    ...(table.base.shown && { n: table.base.n }),
    figure: crossFigure(table, reader),
    table: {
      caption: title,
      head: [
        { text: fill(parts.row, { row: row.short[language] }) },
        { text: fill(parts.column, { column: column.short[language] }) },
        { text: parts.n, number: true },
        { text: parts.ofRow, number: true },
        { text: parts.ofColumn, number: true },
        ...(computed ? [{ text: parts.residual, number: true }] : []),
      ],
      rows: [
        ...table.rows.flatMap((line, at): Cell[][] => {
          const label = line.label[language];
          const why = bases === "columns" ? undefined : whyLine(line, table.cells[at]!);
          // Said once for the whole line.
          if (why) return [[label, hiddenCell(why, reader)]];
          return table.cells[at]!.map((cell, to) => [
            label,
            table.columns[to]!.label[language],
            ...numbers(cell, computed, reader),
          ]);
        }),
        ...table.total.cells.map((cell, at): Cell[] => {
          const other = (bases === "columns" ? table.rows : table.columns)[at]!.label[language];
          const both = bases === "columns" ? [other, all] : [all, other];
          return [...both, ...numbers(cell, computed, reader)];
        }),
      ],
    },
    method: {
      statistics: computed ? ["association"] : [],
      formula: method.formula.slice(0, computed ? 2 : 1),
      base: method.base[bases],
      missing: method.missing,
    },
  };
}

/** People, both shares, and how far from what is expected; what is not there stays empty. */
function numbers(cell: Shown<CrossCell>, computed: boolean, reader: Reader): Cell[] {
  if (!cell.shown) return [hiddenCell(cell.why, reader)];
  const { count, ofRow, ofColumn, residual } = cell;
  const share = (one: CrossCell["ofRow"]) => (one === undefined ? { text: "" } : shareCell(one, 0, reader));
  const residuals =
    residual === undefined
      ? { text: "" }
      : { text: residualText(residual), value: residual, shade: shadeOf(residual) };
  return [countCell(count, reader), share(ofRow), share(ofColumn), ...(computed ? [residuals] : [])];
}
