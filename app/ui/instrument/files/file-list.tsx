import { Link } from "@remix-run/react";
import type { Finding } from "#app/interchange/report.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import { findingWords } from "../import/finding-words.ts";

interface Offered {
  format: string;
  name: Text;
  extension: string;
  changed: { total: number; shown: Finding[] };
  lost: { total: number; shown: Finding[] };
}

interface FileListProps {
  here: string;
  into: string;
  offered: Offered[];
  readOnly: Text[];
}

/** The formats a draft can be taken out in, each with what it will not carry, and the way in. */
export function FileList({ here, into, offered, readOnly }: FileListProps) {
  const language = useLanguage();
  const words = useMessages().exchange.files;
  const subset: Record<string, string> = words.subset;
  return (
    <>
      <h2>{words.title}</h2>
      <ul className="exchange-formats">
        {offered.map((one) => (
          <li key={one.format}>
            <h3>{one.name[language]}</h3>
            <p>{subset[one.format]}</p>
            <NotCarried offered={one} />
            <a className="button quiet" href={`${here}/${one.format}.${one.extension}`} download>
              {fill(words.download, { format: one.name[language] })}
            </a>
          </li>
        ))}
      </ul>
      <p className="studio-hint">
        {fill(words.readOnly, {
          formats: readOnly.map((name) => name[language]).join(language === "en" ? ", " : "、"),
        })}
      </p>
      <p className="studio-hint">
        {words.translations} <a href="/schemas/instrument-1.schema.json">{words.schema}</a>
      </p>
      <section className="studio-section">
        <h2>{words.import}</h2>
        <p>{words.importHint}</p>
        <Link className="button quiet" to={into}>
          {words.import}
        </Link>
      </section>
    </>
  );
}

function NotCarried({ offered: { format, changed, lost } }: { offered: Offered }) {
  const language = useLanguage();
  const messages = useMessages();
  const words = messages.exchange.files;
  if (changed.total + lost.total === 0)
    return <p className="studio-hint">{format === "product" ? words.exact : words.nothing}</p>;
  const lines = [...lost.shown, ...changed.shown].map((finding, at) => ({ finding, key: String(at) }));
  const isWhole = format.startsWith("xlsform");
  const said = isWhole
    ? [amount(language, words.elsewhere, lost.total + changed.total)]
    : [
        ...(lost.total > 0 ? [amount(language, words.lost, lost.total)] : []),
        ...(changed.total > 0 ? [amount(language, words.changed, changed.total)] : []),
      ];
  return (
    <details className="exchange-not-carried">
      <summary>{said.join(language === "en" ? "; " : "；")}</summary>
      <ul>
        {lines.map(({ finding, key }) => (
          <li key={key}>
            {finding.item ? `${finding.item} · ` : ""}
            {findingWords(messages, finding)}
          </li>
        ))}
      </ul>
    </details>
  );
}
