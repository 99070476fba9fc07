import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Figure, FigureLang } from "./figure.ts";
import { FigurePicture } from "./figure-picture.tsx";
import { layoutFigure } from "./layout.ts";
import { type ChartTheme, darkTheme, fontStack, lightTheme, printTheme } from "./theme.ts";
import { figureWords } from "./words.ts";
import { approximateMeasure, type Measure } from "./wrap.ts";

interface FigureChartProps {
  figure: Figure;
  lang: FigureLang;
  /** One legend per page: switch it off under the first figure. */
  legend?: boolean;
  /** Off where a heading above already says it. */
  title?: boolean;
}

// React warns about layout effects on the server, where neither kind runs.
const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * A figure on a page. The server sends the picture for a narrow and a wide page, seen at once, without scripts and on paper;
 * the browser measures before it paints, then fetches chart.js and draws over it. The page shows
 * the same numbers in a table, to which the label points.
 */
export function FigureChart({ figure, lang, legend = true, title = false }: FigureChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box);
  const theme = useTheme();
  const parts = useMemo(() => ({ lang, legend, title, footer: false }), [lang, legend, title]);
  const layout = useMemo(
    () => (width > 0 ? layoutFigure(figure, { ...parts, width, measure: browserMeasure() }) : undefined),
    [figure, parts, width],
  );

  useEffect(() => {
    if (!layout) return;
    let chart: { destroy: () => void } | undefined;
    let gone = false;
    const parent = box.current;
    import("./live-chart.ts").then(({ createLiveChart }) => {
      if (gone || !canvas.current) return;
      const ink = { theme, family: fontStack, background: false };
      chart = createLiveChart(canvas.current, figure, layout, ink, browserMeasure());
      // Said to the style sheet alone: nothing of the page has to be made anew for it.
      parent?.classList.add("figure-chart--live");
    });
    return () => {
      gone = true;
      parent?.classList.remove("figure-chart--live");
      chart?.destroy();
    };
  }, [figure, layout, theme]);

  const guess = (width: number) => layoutFigure(figure, { ...parts, width, measure: approximateMeasure });
  return (
    <div className="figure-chart" ref={box}>
      {layout ? (
        <FigurePicture figure={figure} layout={layout} />
      ) : (
        <>
          <FigurePicture figure={figure} layout={guess(350)} className="figure-chart__narrow" />
          <FigurePicture figure={figure} layout={guess(860)} className="figure-chart__wide" />
        </>
      )}
      <canvas
        className="figure-chart__canvas"
        ref={canvas}
        role="img"
        aria-label={figureWords[lang].seeTable(figure.title)}
      />
    </div>
  );
}

/** Width of the box in whole px, 0 until it is known; follows resizing. */
function useWidth(box: React.RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useBrowserLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const update = () => setWidth(Math.floor(element.clientWidth));
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

/** Follows the colour scheme; paper gets the print theme whatever the screen has. */
function useTheme(): ChartTheme {
  const [theme, setTheme] = useState(lightTheme);
  useBrowserLayoutEffect(() => {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const print = matchMedia("print");
    const update = () => setTheme(print.matches ? printTheme : dark.matches ? darkTheme : lightTheme);
    update();
    dark.addEventListener("change", update);
    print.addEventListener("change", update);
    return () => {
      dark.removeEventListener("change", update);
      print.removeEventListener("change", update);
    };
  }, []);
  return theme;
}

let pen: CanvasRenderingContext2D | null | undefined;

function browserMeasure(): Measure {
  pen ??= document.createElement("canvas").getContext("2d");
  const context = pen;
  if (!context) return approximateMeasure;
  // A canvas outside the page does not know the page's language, and so picks other fallback fonts than the chart.
  if ("lang" in context) (context as { lang: string }).lang = document.documentElement.lang;
  return (text, size, bold) => {
    context.font = `${bold ? 700 : 400} ${size}px ${fontStack}`;
    return context.measureText(text).width;
  };
}
