import type { Definition, Element } from "#app/instrument/definition.ts";
import { directionOf, nativeName } from "#app/instrument/language-names.ts";
import { fill } from "#app/locales/language.ts";
import type { WrittenItem } from "#app/questions/index.ts";
import { useMessages } from "../../language.tsx";

/** A frozen version to read: page by page, every question in each of its languages, with code and revision. */
export function VersionSheet({ definition }: { definition: Definition }) {
  const { languages, pages, consent } = definition;
  return (
    <>
      {consent.ticks.length > 0 ? (
        <Part languages={languages} title={undefined} elements={consent.ticks} />
      ) : null}
      {pages.map((page) => (
        <Part key={page.code} languages={languages} title={page.title} elements={page.items} />
      ))}
    </>
  );
}

interface PartProps {
  languages: string[];
  title: Record<string, string> | undefined;
  elements: readonly Element[];
}

function Part({ languages, title, elements }: PartProps) {
  const { versions } = useMessages();
  const items = elements.flatMap((one) => (one.kind === "block" ? one.items : [one]));
  return (
    <section className="studio-section version-sheet">
      <h2>{title ? <In languages={languages} text={title} /> : versions.places.consent}</h2>
      <ol>
        {items.map((item) => (
          <li key={item.code}>
            <p className="version-code">
              <code>{item.code}</code> {fill(versions.revision, { n: item.rev })}
            </p>
            <p className="version-question">
              <In languages={languages} text={item.text} />
            </p>
            <Answers item={item} languages={languages} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answers({ item, languages }: { item: WrittenItem; languages: string[] }) {
  const rows = item.kind === "matrix" ? item.rows.map(({ code, text }) => ({ code, label: text })) : [];
  const lines = [...rows, ...("options" in item ? item.options : [])];
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ code, label }) => (
        <li key={code}>
          <In languages={languages} text={label} /> <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

/** A text in every language of the instrument. */
function In({ languages, text }: { languages: string[]; text: Record<string, string> }) {
  const said = languages.filter((one) => text[one]);
  return said.map((one, at) => (
    <span key={one} lang={one} dir={directionOf(one)} title={nativeName(one)}>
      {at > 0 ? " · " : ""}
      {text[one]}
    </span>
  ));
}
