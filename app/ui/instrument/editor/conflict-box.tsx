import { Form, Link } from "@remix-run/react";
import { nameIn } from "#app/instrument/language-names.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { moment } from "../../studio/moment.ts";
import { placeAddress } from "./editor-address.ts";
import type { Conflict, EditorPageData } from "./editor-data.ts";
import { fieldWords, placeWords } from "./editor-words.ts";

interface ConflictBoxProps {
  page: EditorPageData;
  conflict: Conflict;
  base: number;
}

/** Who changed it meanwhile, theirs and mine side by side, and the choice between them. Stands inside the form it is about. */
export function ConflictBox({ page, conflict, base }: ConflictBoxProps) {
  const words = useMessages().editor;
  const language = useLanguage();
  const { intent, place, by, isGone } = conflict;
  const isSet = intent === "set";
  const said = isSet ? (isGone ? "gone" : "set") : intent === "delete" ? "delete" : "undo";
  return (
    <div className="studio-says wrong editor-conflict" role="alert">
      <h2>{words.conflict.title}</h2>
      <p>
        {fill(words.conflict[said], {
          by,
          when: conflict.savedAt && moment(language, page.timeZone, conflict.savedAt),
          place: place ? placeWords(words, place) : "",
        })}
      </p>
      {conflict.fields.length > 0 ? <Fields conflict={conflict} /> : null}
      {isSet ? <p className="studio-hint">{words.conflict.kept}</p> : null}
      <p className="editor-choice">
        {isSet ? (
          <button type="submit" name="over" value={conflict.latest}>
            {isGone ? words.conflict.putBack : words.conflict.putMine}
          </button>
        ) : null}
        <Link
          className="button quiet"
          to={placeAddress(page, isGone || !place ? page.place : place)}
          reloadDocument
        >
          {isSet ? words.conflict.keepTheirs : words.conflict.look}
        </Link>
      </p>
      {intent === "delete" && place && !isGone ? (
        <Form method="post">
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="base" value={base} />
          <input type="hidden" name="over" value={conflict.latest} />
          <button className="quiet" name="intent" value="delete">
            {words.conflict.deleteAnyway}
          </button>
        </Form>
      ) : null}
    </div>
  );
}

/** Theirs above, mine below: side by side there is no room for a sentence. */
function Fields({ conflict: { fields, by } }: { conflict: Conflict }) {
  const words = useMessages().editor;
  const language = useLanguage();
  return (
    <dl className="editor-both">
      {fields.map(({ path, theirs, mine }) => (
        <div key={path}>
          <dt>{fieldWords(words, path, (tag) => nameIn(tag, language))}</dt>
          <dd>
            <span>{fill(words.conflict.theirs, { by })}</span>
            {theirs || words.conflict.nothing}
          </dd>
          <dd>
            <span>{words.conflict.mine}</span>
            {mine || words.conflict.nothing}
          </dd>
        </div>
      ))}
    </dl>
  );
}
