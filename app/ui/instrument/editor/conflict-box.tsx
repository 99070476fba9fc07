import { Form, Link } from "@remix-run/react";
import { nameIn } from "#app/instrument/language-names.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { moment } from "../../studio/moment.ts";
import { TableBox } from "../../studio/table-box.tsx";
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

function Fields({ conflict: { fields, by } }: { conflict: Conflict }) {
  const words = useMessages().editor;
  const language = useLanguage();
  return (
    <TableBox label={words.conflict.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.conflict.field}</th>
            <th scope="col">{fill(words.conflict.theirs, { by })}</th>
            <th scope="col">{words.conflict.mine}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, theirs, mine }) => (
            <tr key={path}>
              <th scope="row">{fieldWords(words, path, (tag) => nameIn(tag, language))}</th>
              <td>{theirs || words.conflict.nothing}</td>
              <td>{mine || words.conflict.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
