import { Link } from "@remix-run/react";
import type { StudyHead } from "../studio/study-head.ts";
import type { Asked } from "./address.ts";
import { ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";
import { ThemeNav } from "./theme-nav.tsx";
import { byTheme, trendExhibits } from "./trend-exhibits.ts";
import { type TrendPage, unthemed } from "./trend-words.ts";

interface TrendBodyProps {
  page: TrendPage;
  study: StudyHead;
  asked: Asked;
  reader: Reader;
}

/** The waves beside each other, or what a second wave would show. */
export function TrendBody({ page, study, asked, reader }: TrendBodyProps) {
  const { trend: words } = reader.messages;
  if (!page.trend) return <OneWave study={study} reader={reader} />;
  const choices = byTheme(page.trend).map(({ code, title, items }) => ({
    ...{ code, items: items.length },
    title: code === unthemed ? { ...title, [reader.language]: words.items.unthemed } : title,
  }));
  // Statements of one theme at a time: all of them are a page nobody reads to its end.
  const theme = page.theme || (choices[0]?.code ?? "");
  const chosen = `items-${theme}`;
  return (
    <>
      <p className="results-look">{words.independent}</p>
      <p className="results-reading">{page.trend.waves.length > 1 ? words.joined : words.only}</p>
      {trendExhibits(page, reader).map((exhibit) =>
        exhibit.code.startsWith("items-") && exhibit.code !== chosen ? null : (
          <ExhibitSection
            key={exhibit.code}
            exhibit={exhibit}
            reader={reader}
            // Every statement once more: the sentence above says what comes of it.
            folded={exhibit.code === "item-changes"}
          >
            {exhibit.code === "who" ? <p>{words.who.caution}</p> : null}
            {exhibit.code === chosen ? <ThemeNav {...{ choices, theme, asked, reader }} /> : null}
          </ExhibitSection>
        ),
      )}
    </>
  );
}

function OneWave({ study, reader }: Omit<TrendBodyProps, "page" | "asked">) {
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
