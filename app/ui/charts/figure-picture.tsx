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
  const whiskers = <Intervals whiskers={sheet.whiskers} />;
  return (
    <svg
      className={`figure-chart__picture ${className}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <Lines rules={rules("hairline")} look="fig-hairline" />
      {pointed ? whiskers : null}
      {marksOf(figure, layout)}
      <Lines rules={sheet.seams} look="fig-paper" />
      <Lines rules={rules("axis")} look="fig-axis" />
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

/** All that look alike are one path: a page has thousands of lines, and a server writes every element. */
function Lines({ rules, look }: { rules: readonly Omit<Rule, "tone">[]; look: string }) {
  return [false, true].map((dashed) => {
    const some = rules.filter((rule) => (rule.dashed ?? false) === dashed);
    if (some.length === 0) return null;
    const d = some
      .map(({ x1, y1, x2, y2 }) => `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`)
      .join("");
    return <path key={String(dashed)} d={d} className={look} strokeDasharray={dashed ? "3 3" : undefined} />;
  });
}

function Intervals({ whiskers }: { whiskers: readonly Whisker[] }) {
  if (whiskers.length === 0) return null;
  const path = ({ y, from, to }: Whisker, cap: number) =>
    [from, to]
      .map((x) => `M${short(x)} ${short(y - cap)}V${short(y + cap)}`)
      .concat(`M${short(from)} ${short(y)}H${short(to)}`)
      .join("");
  const halos = whiskers.filter((one) => !one.aroundPoint);
  return (
    <>
      {halos.length === 0 ? null : (
        <path d={halos.map((one) => path(one, 4.5)).join("")} className="fig-halo" />
      )}
      <path
        d={whiskers.map((one) => path(one, one.aroundPoint ? 6.5 : 3.5)).join("")}
        className="fig-whisker"
      />
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
