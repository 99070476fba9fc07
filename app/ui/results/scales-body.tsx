import { Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { type Asked, searchOf } from "./address.ts";
import { ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";
import { type ScalesData, scalesParts } from "./scales-exhibits.ts";

interface ScalesBodyProps {
  data: ScalesData;
  asked: Asked;
  reader: Reader;
}

/** All scales in a table, one of them in depth, and how they correlate. */
export function ScalesBody({ data, asked, reader }: ScalesBodyProps) {
  const { all, depth, together } = scalesParts(data, reader);
  return (
    <>
      {all.map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} />
      ))}
      {depth.length > 0 ? (
        <section className="studio-section" aria-labelledby="depth">
          <h2 id="depth">{reader.messages.scales.depth}</h2>
          <ScaleNav data={data} asked={asked} reader={reader} />
          {depth.map((exhibit) => (
            <ExhibitSection
              key={`${data.theme} ${exhibit.code}`}
              exhibit={exhibit}
              reader={reader}
              level={3}
            />
          ))}
        </section>
      ) : null}
      {together.map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} />
      ))}
    </>
  );
}

/** Which scale is looked at. */
function ScaleNav({ data: { quality, theme }, asked, reader: { messages, language } }: ScalesBodyProps) {
  const { nav, withItems } = messages.scales;
  return (
    <nav aria-label={nav}>
      <ul className="voices-questions">
        {quality.scales.map(({ code, title, items }) => (
          <li key={code}>
            <Link
              to={searchOf({ ...asked, more: { theme: code } })}
              aria-current={code === theme ? "page" : undefined}
              preventScrollReset
            >
              <span>{title[language]}</span>
              <span>{fill(withItems, { n: items })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
