import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../language.tsx";
import { copyText } from "./copy-text.ts";
import { type Exhibit, type FileFormat, formatsOf } from "./exhibit.ts";
import { useResultsPlace } from "./results-place.tsx";
import { tableTsv } from "./table-tsv.ts";

/** The table for the clipboard, and each file of this exhibit. Without scripts the files remain. */
export function ExhibitFiles({ exhibit }: { exhibit: Exhibit }) {
  const messages = useMessages();
  const { exhibits } = messages;
  const place = useResultsPlace();
  const { search } = useLocation();
  const { code, title, table } = exhibit;
  const name = (format: FileFormat) => fill(exhibits.formatOf, { title, format: exhibits.formats[format] });
  const formats = place ? formatsOf(exhibit) : [];
  if (!place || formats.length === 0) return null;
  return (
    <div className="results-files" role="group" aria-label={fill(exhibits.files, { title })}>
      {table ? <CopyTable text={() => tableTsv(table, messages)} /> : null}
      {formats.map((format) => (
        <a
          key={format}
          href={`/studio/${place.head.study.slug}/results/files/${place.tab}.${encodeURIComponent(code)}.${format}${search}`}
          aria-label={name(format)}
        >
          {exhibits.formats[format]}
        </a>
      ))}
    </div>
  );
}

function CopyTable({ text }: { text: () => string }) {
  const { exhibits } = useMessages();
  const [ready, setReady] = useState(false);
  const [outcome, setOutcome] = useState<"copied" | "notCopied">();
  useEffect(() => setReady(true), []);
  const copy = async () => setOutcome((await copyText(text())) ? "copied" : "notCopied");
  return (
    <>
      <button type="button" className="plain results-copy" disabled={!ready} onClick={copy}>
        {exhibits.copy}
      </button>
      <span className="results-copied" role="status">
        {outcome ? exhibits[outcome] : ""}
      </span>
    </>
  );
}
