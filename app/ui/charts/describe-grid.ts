import { type FigureLang, type GridFigure, isShown } from "./figure.ts";
import { count, figureWords } from "./words.ts";

/** Every row of a grid in a sentence: what each column says, and how remarkable it is where the grid is shaded. */
export function gridLines(figure: GridFigure, lang: FigureLang): string[] {
  const words = figureWords[lang];
  const colon = lang === "en" ? ": " : "：";
  return figure.rows.map((row) => {
    const label = row.label.replace(/[。.]$/u, "") + colon;
    if (!isShown(row)) return label + row.hidden;
    const cells = row.cells.map((cell, at) => {
      const column = `${figure.columns[at]} `;
      if ("hidden" in cell) return column + cell.hidden;
      const remark = cell.shade === 0 ? undefined : figure.legend?.[cell.shade + 2];
      const beside = [cell.detail, remark].filter((part) => part !== undefined);
      return column + cell.text + (beside.length > 0 ? ` (${beside.join(words.join)})` : "");
    });
    const base = row.n === undefined ? [] : [words.base(count(row.n))];
    return label + [...cells, ...base].join(words.join);
  });
}
