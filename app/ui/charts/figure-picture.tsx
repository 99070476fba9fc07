import { segment } from "./config.ts";
import { type Figure, isShown } from "./figure.ts";
import type { FigureLayout } from "./layout.ts";
import { barThickness } from "./rows.ts";
import { type Box, type Rule, stepOf, type Whisker } from "./sheet.ts";

interface FigurePictureProps {
  figure: Figure;
  layout: FigureLayout;
  className?: string;
}

/**
 * The figure as an SVG of the page itself, from the same layout as every other surface and without chart.js: what a
 * browser without scripts shows and what a printer gets. On a screen with scripts it only keeps the chart's room.
 * Colours are classes of figure-chart.css, so they follow the page into the dark.
 */
export function FigurePicture({ figure, layout, className = "" }: FigurePictureProps) {
  const { sheet, width, height } = layout;
  const rules = (tone: Rule["tone"]) => sheet.rules.filter((rule) => rule.tone === tone);
  const pointed = layout.columns?.valueRight !== undefined;
  const whiskers = sheet.whiskers.map((one) => <Interval key={keyOf(one)} {...one} />);
  return (
    <svg
      className={`figure-chart__picture ${className}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {rules("hairline").map((rule) => (
        <Line key={keyOf(rule)} rule={rule} look="fig-hairline" />
      ))}
      {pointed ? whiskers : null}
      {marksOf(figure, layout)}
      {sheet.seams.map((rule) => (
        <Line key={keyOf(rule)} rule={rule} look="fig-paper" />
      ))}
      {rules("axis").map((rule) => (
        <Line key={keyOf(rule)} rule={rule} look="fig-axis" />
      ))}
      {sheet.swatches.map(({ colour, plain, ...box }) => (
        <rect key={keyOf(box)} {...shape(box)} className={stepClass(colour, plain)} />
      ))}
      {sheet.tiles.map(({ shade, ...box }) => (
        <rect key={keyOf(box)} {...shape(box)} className={`fig-shade-${stepOf(shade) + 1}`} />
      ))}
      {sheet.hatches.map((box) => (
        <path key={keyOf(box)} d={hatch(box)} className="fig-hatch" />
      ))}
      {pointed ? null : whiskers}
      {sheet.texts.map((text) => (
        <text
          key={keyOf({ text: text.text, x: text.x, y: text.y })}
          x={short(text.x)}
          y={short(text.y)}
          fontSize={text.size}
          fontWeight={text.bold ? 700 : undefined}
          textAnchor={anchors[text.align]}
          className={text.on === undefined ? `fig-${text.tone}` : `fig-on-shade-${stepOf(text.on) + 1}`}
        >
          {text.text}
        </text>
      ))}
    </svg>
  );
}

const anchors = { left: undefined, center: "middle", right: "end" } as const;

/** Bars and points: what chart.js draws elsewhere. */
function marksOf(figure: Figure, { columns, centres }: FigureLayout) {
  if (columns === undefined || figure.kind === "grid") return null;
  const { toX } = columns;
  const bar = (key: string, [from, to]: [number, number], y: number, look: string) => (
    <rect
      key={key}
      {...shape({ x: toX(from), y: y - barThickness / 2, width: toX(to) - toX(from), height: barThickness })}
      className={look}
    />
  );
  if (figure.kind === "means")
    return figure.rows.map((row, i) =>
      isShown(row) ? (
        <circle key={centres[i]} cx={short(toX(row.mean))} cy={centres[i]} r="4.5" className="fig-river" />
      ) : null,
    );
  if (figure.kind === "bars")
    return figure.rows.map((row, i) =>
      isShown(row) ? bar(`${i} ${row.label}`, [0, row.share], centres[i]!, "fig-river") : null,
    );
  return figure.rows.flatMap((row, i) =>
    isShown(row)
      ? row.shares.map((_share, step) =>
          bar(`${i} ${step}`, segment(row, step), centres[i]!, stepClass(step, row.plain ?? false)),
        )
      : [],
  );
}

const stepClass = (step: number, plain: boolean) => `fig-${plain ? "plain" : "attitude"}-${step + 1}`;

function Line({ rule, look }: { rule: Rule; look: string }) {
  const { x1, y1, x2, y2, dashed } = rule;
  const d = `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`;
  return <path d={d} className={look} strokeDasharray={dashed ? "3 3" : undefined} />;
}

function Interval({ y, from, to, aroundPoint }: Whisker) {
  const path = (cap: number) =>
    [from, to]
      .map((x) => `M${short(x)} ${short(y - cap)}V${short(y + cap)}`)
      .concat(`M${short(from)} ${short(y)}H${short(to)}`)
      .join("");
  return (
    <>
      {aroundPoint ? null : <path d={path(4.5)} className="fig-halo" />}
      <path d={path(aroundPoint ? 6.5 : 3.5)} className="fig-whisker" />
    </>
  );
}

/** Diagonals cut to their box, as on every other surface. */
function hatch({ x, y, width, height }: Box): string {
  if (width <= 0) return "";
  let d = `M${short(x)} ${short(y)}H${short(x + width)}V${short(y + height)}H${short(x)}Z`;
  for (let start = -height + 3; start < width; start += 4) {
    const from = Math.max(0, start);
    const to = Math.min(width, start + height);
    d += `M${short(x + from)} ${short(y + height - (from - start))}L${short(x + to)} ${short(y + height - (to - start))}`;
  }
  return d;
}

const short = (value: number) => Number(value.toFixed(2));
const shape = ({ x, y, width, height }: Box) => ({
  x: short(x),
  y: short(y),
  width: Math.max(0, short(width)),
  height: short(height),
});
/** Nothing is drawn twice at one place. */
const keyOf = (placed: object) => Object.values(placed).join(" ");
