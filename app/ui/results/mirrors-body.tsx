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

/** Students' items that ask the same as items of questionnaires nobody has answered. */
function Planned({ page, reader }: { page: MirrorsPage; reader: Reader }) {
  const { none, statement } = reader.messages.mirrors;
  return (
    <ExhibitTable
      table={{
        caption: none.caption,
        head: [{ text: statement }, { text: none.counterpart }],
        rows: page.planned.map(({ text, mirrors }) => [text[reader.language], mirrors.join(", ")]),
      }}
    />
  );
}
