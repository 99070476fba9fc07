import { fill } from "#app/locales/language.ts";
import type { ScaleCorrelation } from "#app/results/correlation-view.ts";
import type { ScaleDetail, ScaleQuality } from "#app/results/theme-detail-view.ts";
import type { GridCell, GridFigure, HiddenCell } from "../charts/figure.ts";
import { countCell } from "./cells.ts";
import type { Cell, Exhibit, Shade } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { bounded, digitsFor, sentences } from "./numbers.ts";
import { coefficientCell, coefficientRange, noNumberText } from "./scales-words.ts";

/** How the scores of each two scales go together; undefined for a single scale. */
export function correlationsExhibit(quality: ScaleQuality, reader: Reader): Exhibit | undefined {
  const { correlations: words } = reader.messages.scales;
  const { base, scales, correlations } = quality;
  if (correlations.length === 0) return undefined;
  const nameOf = (code: string) => scales.find((one) => one.code === code)!.title[reader.language];
  const pairOf = ({ first, second }: ScaleCorrelation) =>
    fill(words.pairOf, { first: nameOf(first), second: nameOf(second) });
  return {
    code: "correlations",
    title: words.title,
    lead: words.lead,
    ...(base.shown && { n: base.n }),
    ...(correlations.some(({ result }) => result.shown) && { figure: matrix(quality, reader) }),
    table: {
      caption: words.title,
      head: [
        { text: words.pair },
        { text: words.r, number: true },
        { text: words.interval, interval: true },
        { text: words.n, number: true },
        { text: words.ceiling, number: true },
      ],
      rows: correlations.map((pair): Cell[] => {
        const { result } = pair;
        if (!result.shown) return [pairOf(pair), { hidden: noNumberText(result.why, reader) }];
        const { r, low, high, n, ceiling } = result;
        return [
          pairOf(pair),
          { ...coefficientCell(r, n), strong: true },
          coefficientRange(low, high, n),
          countCell(n, reader),
          ceiling === undefined ? { text: "" } : coefficientCell(ceiling, n),
        ];
      }),
      notes: words.notes,
    },
    method: {
      statistics: ["correlation", "alpha"],
      formula: words.formula,
      base: words.base,
      missing: words.missing,
    },
  };
}

function matrix({ scales, correlations }: ScaleQuality, reader: Reader): GridFigure {
  const { correlations: words } = reader.messages.scales;
  const names = scales.map(({ title }) => title[reader.language]);
  const cellOf = (row: ScaleDetail, column: ScaleDetail): GridCell | HiddenCell => {
    if (row === column) return ownAlpha(row, reader);
    const pair = correlations.find(
      ({ first, second }) =>
        (first === row.code && second === column.code) || (second === row.code && first === column.code),
    );
    const { result } = pair!;
    if (!result.shown) return { hidden: noNumberText(result.why, reader) };
    const { r, n, low, high } = result;
    return {
      text: bounded(r, digitsFor(n, 2)),
      detail: coefficientRange(low, high, n).text,
      shade: shadeOf(r),
    };
  };
  return {
    kind: "grid",
    title: words.title,
    note: sentences(reader.language, [words.note]),
    columns: names,
    legend: words.legend as unknown as GridFigure["legend"],
    rows: scales.map((row, at) => ({
      label: names[at]!,
      cells: scales.map((column) => cellOf(row, column)),
    })),
  };
}

/** The reliability of a scale, where its correlation with itself would stand. */
function ownAlpha({ reliability }: ScaleDetail, reader: Reader): GridCell {
  const { alpha } = reader.messages.scales.correlations;
  const text = reliability.shown ? bounded(reliability.alpha.estimate, digitsFor(reliability.n, 2)) : "–";
  return { text: fill(alpha, { alpha: text }), shade: 0 };
}

/** Cohen's marks for correlations, .30 and .50 (1988, Statistical Power Analysis, 79–81); the legend says them. */
function shadeOf(r: number): Shade {
  const size = Math.abs(r) >= 0.495 ? 2 : Math.abs(r) >= 0.295 ? 1 : 0;
  return (r < 0 ? -size : size) as Shade;
}
