import type { ReactNode } from "react";
import { FigureChart } from "../charts/figure-chart.tsx";
import type { Exhibit } from "./exhibit.ts";
import { ExhibitFiles } from "./exhibit-files.tsx";
import { ExhibitMethod } from "./exhibit-method.tsx";
import { ExhibitTable } from "./exhibit-table.tsx";
import type { Reader } from "./figures.ts";

interface ExhibitProps {
  exhibit: Exhibit;
  reader: Reader;
  /** One legend per page: on under the first figure only. */
  legend?: boolean;
  /** Keeps a table closed that stands without a chart: a long one beside the main matter. */
  folded?: boolean;
  /** Between the lead and the chart: what is not a table, such as facts and verdicts. */
  children?: ReactNode;
}

interface ExhibitSectionProps extends ExhibitProps {
  /** 3 where the exhibit is a part of a larger section. */
  level?: 2 | 3;
}

/** A piece of evidence: heading, sentence, chart, and folded away its table, files and method. */
export function ExhibitSection({ level = 2, ...props }: ExhibitSectionProps) {
  const { code, title } = props.exhibit;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      className={level === 2 ? "studio-section" : "results-part"}
      id={code}
      aria-labelledby={`title-${code}`}
    >
      <Heading id={`title-${code}`}>{title}</Heading>
      <ExhibitBody {...props} />
    </section>
  );
}

/** The same without its heading, where something else (a fold's summary) already names it. */
export function ExhibitBody({ exhibit, reader, legend = false, folded = false, children }: ExhibitProps) {
  const { messages, language } = reader;
  const { lead, figure, table } = exhibit;
  return (
    <>
      {lead ? <p className="results-lead">{lead}</p> : null}
      {children}
      {figure ? <FigureChart figure={figure} lang={language} legend={legend} /> : null}
      <div className="results-under">
        {table ? (
          <details className="results-numbers" open={figure === undefined && !folded}>
            <summary>{messages.results.table}</summary>
            <ExhibitTable table={table} />
          </details>
        ) : null}
        <ExhibitMethod exhibit={exhibit} />
        <ExhibitFiles exhibit={exhibit} />
      </div>
    </>
  );
}
