import { Link } from "@remix-run/react";
import { useLanguage, useMessages } from "../../language.tsx";
import type { NamedFinding } from "./check-data.ts";
import { findingWords } from "./finding-words.ts";

/**
 * Findings, each with the way to where it can be mended.
 * @param editor the editor's address
 */
export function FindingList({ findings, editor }: { findings: NamedFinding[]; editor: string }) {
  const { checks } = useMessages();
  const language = useLanguage();
  return (
    <ul className="check-list">
      {findings.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
        <li key={at}>
          <p>{findingWords(one, checks, language)}</p>
          <Link to={`${editor}?at=${encodeURIComponent(one.place)}`}>
            <PlaceName place={one.place} about={one.about} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A place as people call it: what it is, its code, and the words that stand there. */
export function PlaceName({ place, about }: { place: string; about: string }) {
  const { checks } = useMessages();
  const [kind = "", code] = place.split(/:(.*)/);
  const name = checks.places[kind as keyof typeof checks.places] ?? kind;
  return (
    <>
      {name}
      {code ? (
        <>
          {" "}
          <span className="mono">{code}</span>
        </>
      ) : null}
      {code && about ? <span className="check-about"> {about}</span> : null}
    </>
  );
}
