import { Link } from "@remix-run/react";
import type { StudyHead } from "../studio/study-head.ts";
import { ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";
import { trendExhibits } from "./trend-exhibits.ts";
import type { TrendPage } from "./trend-words.ts";

interface TrendBodyProps {
  page: TrendPage;
  study: StudyHead;
  reader: Reader;
}

/** The waves beside each other, or what a second wave would show. */
export function TrendBody({ page, study, reader }: TrendBodyProps) {
  const { trend: words } = reader.messages;
  if (!page.trend) return <OneWave study={study} reader={reader} />;
  return (
    <>
      <p className="results-look">{words.independent}</p>
      <p className="results-reading">{page.trend.waves.length > 1 ? words.joined : words.only}</p>
      {trendExhibits(page, reader).map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader}>
          {exhibit.code === "who" ? <p>{words.who.caution}</p> : null}
        </ExhibitSection>
      ))}
    </>
  );
}

function OneWave({ study, reader }: Omit<TrendBodyProps, "page">) {
  const { one } = reader.messages.trend;
  return (
    <section className="studio-section" aria-labelledby="one-wave">
      <h2 id="one-wave">{reader.messages.trend.title}</h2>
      <p>{one.will}</p>
      <p>{one.keep}</p>
      <p>
        {study.role === "researcher" ? (
          <Link className="results-way" to={`/studio/${study.slug}/fieldwork/waves/new`}>
            {one.how}
          </Link>
        ) : (
          one.reader
        )}
      </p>
    </section>
  );
}
