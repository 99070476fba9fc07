import { Link } from "@remix-run/react";
import type { Uncounted } from "#app/results/uncounted.ts";
import { useLanguage, useMessages } from "../language.tsx";

interface UncountedSectionProps {
  items: readonly Uncounted[];
  /** Where data files are, for those who may have them. */
  files: string | undefined;
}

/** What was asked and has no chart, so that nobody looks for it in vain. */
export function UncountedSection({ items, files }: UncountedSectionProps) {
  const { uncounted } = useMessages().results;
  const language = useLanguage();
  if (items.length === 0) return null;
  return (
    <section className="studio-section" aria-labelledby="uncounted">
      <h2 id="uncounted">{uncounted.title}</h2>
      <p>
        {uncounted.lead} {files ? <Link to={files}>{uncounted.link}</Link> : null}
      </p>
      <ul>
        {items.map(({ code, text, kind }) => (
          <li key={code}>
            {text[language]} <span className="studio-beside">{uncounted[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
