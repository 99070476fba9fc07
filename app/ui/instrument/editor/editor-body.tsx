import { Form, Link } from "@remix-run/react";
import { useLanguage, useMessages } from "../../language.tsx";
import { Columns } from "./columns.tsx";
import { ConflictBox } from "./conflict-box.tsx";
import { placeAddress } from "./editor-address.ts";
import type { EditorPageData, Returned } from "./editor-data.ts";
import { doneWords, placeWords } from "./editor-words.ts";
import { Outline } from "./outline.tsx";
import { PlaceForm } from "./place-form.tsx";
import { PlaceTools } from "./place-tools.tsx";
import { Preview } from "./preview.tsx";
import { Strip } from "./strip.tsx";
import { useArrival } from "./use-arrival.ts";
import { useFormAge } from "./use-form-age.ts";
import { useSaver } from "./use-saver.ts";

/** Outline, preview and properties of a draft; on a narrow screen one of them at a time. */
export function EditorBody({ page, returned }: { page: EditorPageData; returned: Returned | undefined }) {
  const { editor } = useMessages();
  const saver = useSaver(page.head);
  const age = useFormAge();
  const properties = useArrival(page);
  // Of what came back, the last word: a form that saved itself may have been answered since.
  const here = saver.unsaved?.place === page.place ? saver.unsaved : undefined;
  const back = returned ?? here;
  const place = back?.conflict?.isGone && back.place ? back.place : page.place;
  return (
    <>
      <Strip page={page} />
      {saver.unsaved?.place && !here ? (
        <div className="studio-says wrong" role="alert">
          <p>
            {editor.form.elsewhere}{" "}
            <Link to={placeAddress(page, saver.unsaved.place)}>
              {placeWords(editor, saver.unsaved.place)}
            </Link>
          </p>
        </div>
      ) : null}
      {returned?.conflict && returned.conflict.intent !== "set" ? (
        <ConflictBox page={page} conflict={returned.conflict} base={returned.base} />
      ) : null}
      <Columns page={page} says={<Says page={page} returned={returned} />}>
        <Outline page={page} />
        <Preview page={page} />
        <section
          ref={properties}
          className="editor-properties"
          id="properties"
          aria-label={editor.columns.properties}
        >
          <PlaceTools page={page} />
          <PlaceForm key={`${age} ${place}`} page={page} place={place} returned={back} saver={saver} />
        </section>
      </Columns>
    </>
  );
}

/** What has just been done, with the way back, or why it could not be. */
function Says({ page, returned }: { page: EditorPageData; returned: Returned | undefined }) {
  const { editor } = useMessages();
  const language = useLanguage();
  const done = page.isDone && !returned ? page.last : undefined;
  return (
    <>
      <div role="status" className={done ? "studio-says editor-done" : undefined} lang={language}>
        {done ? (
          <>
            <p>{doneWords(editor, done.change, page.definition)}</p>
            {page.undo ? (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="base" value={page.head.draft} />
                <button className="quiet" name="intent" value="undo">
                  {editor.tools.undo}
                </button>
              </Form>
            ) : null}
          </>
        ) : null}
      </div>
      {returned?.cannot ? (
        <div className="studio-says wrong" role="alert">
          <p>{editor.cannot[returned.cannot]}</p>
        </div>
      ) : null}
    </>
  );
}
