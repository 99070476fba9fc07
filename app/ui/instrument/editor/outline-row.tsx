import { Link } from "@remix-run/react";
import { findStanding, placeParts, wordsAt } from "#app/instrument/standing.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { placeAddress } from "./editor-address.ts";
import type { EditorPageData } from "./editor-data.ts";
import { placeWords } from "./editor-words.ts";
import { KindIcon } from "./kind-icon.tsx";
import type { OutlineMoves } from "./use-outline-moves.ts";

interface OutlineRowProps {
  page: EditorPageData;
  place: string;
  moves: OutlineMoves;
  /** The question or block, where it is one. */
  element?: EditorPageData["definition"]["pages"][number]["items"][number];
  /** Which page it is, where it is one. */
  number?: number;
  routed?: boolean;
}

/** One line of the outline: what it is, its code, its first words, what there is to know of it; and its two buttons. */
export function OutlineRow({ page, place, moves, element, number, routed }: OutlineRowProps) {
  const words = useMessages().editor;
  const { kind, code } = placeParts(place);
  const isChosen = place === page.place;
  const fixed = kind === "instrument" || kind === "consent";
  const about = fixed ? words.outline[kind] : wordsAt(page.definition, place, page.language);
  const name = placeWords(words, place);
  return (
    <div className={`outline-row ${kind}`} data-place={place} {...moves.row(place)}>
      <Link
        to={placeAddress(page, place)}
        aria-current={isChosen ? "true" : undefined}
        aria-describedby={isChosen ? "outline-keys" : undefined}
        draggable={false}
        preventScrollReset
      >
        {element ? <KindIcon kind={element.kind} name={words.kinds[element.kind]} /> : null}
        {fixed ? null : <span className="outline-code">{number ?? code}</span>}
        <span className="outline-words">{about || <em>{words.outline.empty}</em>}</span>
        <Flags page={page} place={place} routed={routed ?? !!element?.showIf} element={element} />
      </Link>
      {findStanding(page.definition, place) ? (
        <span className="outline-moves">
          <button className="plain" name="up" value={place} tabIndex={moves.tabIndex}>
            <span aria-hidden="true">↑</span>
            <span className="visually-hidden">{fill(words.outline.up, { name })}</span>
          </button>
          <button className="plain" name="down" value={place} tabIndex={moves.tabIndex}>
            <span aria-hidden="true">↓</span>
            <span className="visually-hidden">{fill(words.outline.down, { name })}</span>
          </button>
        </span>
      ) : null}
    </div>
  );
}

/** Required, routed, words missing, things to put right: each a sign, and in words for those who hear it. */
function Flags({
  page,
  place,
  routed,
  element,
}: Pick<OutlineRowProps, "page" | "place" | "element"> & { routed: boolean }) {
  const words = useMessages().editor.outline;
  const marks = page.marks[place];
  const flags = [
    element && "required" in element && element.required ? ["must", "＊", words.required] : undefined,
    routed ? ["some", "⤷", words.routed] : undefined,
    marks?.missing ? ["missing", "○", fill(words.missing, { languages: marks.missing })] : undefined,
    marks?.errors ? ["wrong", `! ${marks.errors}`, fill(words.errors, { n: marks.errors })] : undefined,
    marks?.hints ? ["hint", "?", fill(words.hints, { n: marks.hints })] : undefined,
  ].filter((flag) => flag !== undefined);
  if (flags.length === 0) return null;
  return (
    <span className="outline-flags">
      {flags.map(([name, sign, said]) => (
        <span key={name} className={`outline-flag ${name}`} title={said}>
          <span aria-hidden="true">{sign}</span>
          <span className="visually-hidden">{said}</span>
        </span>
      ))}
    </span>
  );
}
