import { Form } from "@remix-run/react";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import { targetsFor } from "#app/instrument/moving.ts";
import { findStanding, placeParts, placesOf, wholeAt, wordsAt } from "#app/instrument/standing.ts";
import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import type { EditorPageData } from "./editor-data.ts";
import { placeWords } from "./editor-words.ts";
import { kindGroups } from "./kind-groups.ts";

/** What can be done with the chosen place: add after it, copy, move, delete. Plain buttons of one plain form. */
export function PlaceTools({ page }: { page: EditorPageData }) {
  const words = useMessages().editor;
  const { place, definition, head } = page;
  const { kind } = placeParts(place);
  const name = placeWords(words, place);
  const stands = findStanding(definition, place);
  const isFixed = place === "instrument" || place === "consent";
  return (
    <Form
      method="post"
      className="editor-tools"
      aria-label={fill(words.tools.label, { name })}
      preventScrollReset
    >
      <input type="hidden" name="base" value={head.draft} />
      <input type="hidden" name="place" value={place} />
      <h2>
        {name}
        <span>{wordsAt(definition, place, page.language)}</span>
      </h2>
      {isFixed ? null : (
        <p className="editor-acts">
          {stands ? (
            <>
              <button
                className="quiet"
                name="up"
                value={place}
                aria-label={words.tools.up}
                title={words.tools.up}
              >
                ↑
              </button>
              <button
                className="quiet"
                name="down"
                value={place}
                aria-label={words.tools.down}
                title={words.tools.down}
              >
                ↓
              </button>
            </>
          ) : null}
          <button className="quiet" name="intent" value="duplicate">
            {words.tools.duplicate}
          </button>
          <button className="quiet" name="intent" value="delete">
            {words.tools.remove}
          </button>
        </p>
      )}
      <Add page={page} />
      {stands && kind !== "theme" && kind !== "scoring" ? <MoveTo page={page} /> : null}
    </Form>
  );
}

/** A list of kinds and a button. The kind of the chosen question comes first: most are followed by another of their kind. */
function Add({ page: { definition, place } }: { page: EditorPageData }) {
  const words = useMessages().editor;
  const { kind } = placeParts(place);
  const stands = findStanding(definition, place);
  const inConsent = place === "consent" || stands?.holder === "consent";
  if (!inConsent && kind !== "page" && kind !== "block" && kind !== "item") return null;
  const item = wholeAt(definition, place) as { kind?: string } | undefined;
  const preset = kind === "item" ? item?.kind : kind === "page" ? "scale" : undefined;
  const label =
    kind === "page" || kind === "block" || place === "consent" ? words.tools.addInto : words.tools.add;
  return (
    <div className="editor-add">
      <label htmlFor="add-what">{label}</label>
      <span>
        <select id="add-what" name="what" key={place} defaultValue={inConsent ? "consent" : preset}>
          {inConsent ? (
            <option value="consent">{words.kinds.consent}</option>
          ) : (
            kindGroups.map(({ group, kinds }) => (
              <optgroup key={group} label={words.kindGroups[group]}>
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {words.kinds[one]}
                  </option>
                ))}
              </optgroup>
            ))
          )}
        </select>
        <button name="intent" value="add">
          {words.tools.addButton}
        </button>
      </span>
    </div>
  );
}

/** Anywhere else: for long ways, and for those who neither drag nor press a button fifty times. */
function MoveTo({ page: { definition, place } }: { page: EditorPageData }) {
  const words = useMessages().editor;
  const targets = targetsFor(definition, place, placesOf(definition));
  if (targets.length === 0) return null;
  return (
    <details className="editor-move">
      <summary>{words.tools.moveTo}</summary>
      <label htmlFor="move-target">{words.tools.target}</label>
      <span>
        <select id="move-target" name="target" key={place}>
          {targets.flatMap((to) => targetOptions(words, place, to, wordsAt(definition, to)))}
        </select>
        <button className="quiet" name="intent" value="place">
          {words.tools.moveButton}
        </button>
      </span>
    </details>
  );
}

function targetOptions(words: Messages["editor"], place: DraftPlace, to: DraftPlace, about: string) {
  const name = `${placeWords(words, to)} ${[...about].slice(0, 24).join("")}`;
  const { kind } = placeParts(to);
  const moving = placeParts(place).kind;
  const into = moving !== "page" && (kind === "page" || (kind === "block" && moving === "item"));
  const after = moving === "page" ? kind === "page" : kind !== "page";
  return [
    ...(into ? [["into", words.tools.into] as const] : []),
    ...(after ? [["after", words.tools.after] as const] : []),
  ].map(([next, said]) => (
    <option key={`${next} ${to}`} value={`${next} ${to}`}>
      {fill(said, { name })}
    </option>
  ));
}
