import { fill } from "#app/locales/language.ts";
import { ExhibitSection } from "./exhibit-section.tsx";
import { ExhibitTable } from "./exhibit-table.tsx";
import type { Reader } from "./figures.ts";
import { mirrorsExhibits } from "./mirrors-exhibits.ts";
import type { MirrorsPage } from "./mirrors-words.ts";

/** Each side beside the students, or what will stand here once others have been asked. */
export function MirrorsBody({ page, reader }: { page: MirrorsPage; reader: Reader }) {
  const words = reader.messages.mirrors;
  const exhibits = mirrorsExhibits(page, reader);
  const others = page.mirrors.bases.length > 1;
  return (
    <>
      {others ? <p className="results-reading">{words.filter}</p> : null}
      {exhibits.map((exhibit, at) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} legend={at === 0} />
      ))}
      {page.mirrors.mirrors.length > 0 ? null : (
        <section className="studio-section" aria-labelledby="planned">
          <h2 id="planned">{words.none.caption}</h2>
          <p>{others ? words.none.few : words.none.will}</p>
          <Planned page={page} reader={reader} />
        </section>
      )}
    </>
  );
}

/** Students' items, and how others would be asked the same from their side. */
function Planned({ page, reader }: { page: MirrorsPage; reader: Reader }) {
  const { none, statement, label, respondents } = reader.messages.mirrors;
  const { language } = reader;
  return (
    <ExhibitTable
      table={{
        caption: none.caption,
        head: [{ text: statement }, { text: none.counterpart }],
        rows: page.planned.flatMap((item) =>
          item.others.map(({ code, respondent, text }) => [
            item.text[language],
            respondent && text ? fill(label, { who: respondents[respondent], text: text[language] }) : code,
          ]),
        ),
      }}
    />
  );
}
