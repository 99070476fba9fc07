import { Form } from "@remix-run/react";
import { useRef } from "react";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Properties } from "../properties/properties.tsx";
import { ConflictBox } from "./conflict-box.tsx";
import type { EditorPageData, Returned } from "./editor-data.ts";
import { placeWords } from "./editor-words.ts";
import { useAutosave } from "./use-autosave.ts";
import type { Saver } from "./use-saver.ts";

interface PlaceFormProps {
  page: EditorPageData;
  place: DraftPlace;
  /** What came back of this form, if it was not saved. */
  returned: Returned | undefined;
  saver: Saver;
}

/** The fields of the chosen place. They save themselves as they are left; without scripts there is a button. */
export function PlaceForm({ page, place, returned, saver }: PlaceFormProps) {
  const { editor } = useMessages();
  const form = useRef<HTMLFormElement>(null);
  const mine = returned?.place === place ? returned : undefined;
  const { state, base, answer } = useAutosave(form, saver, mine?.base ?? page.head.draft, mine);
  const conflict = answer?.conflict?.intent === "set" ? answer.conflict : undefined;
  const definition = conflict?.definition ?? page.definition;
  return (
    <Form
      ref={form}
      method="post"
      encType="multipart/form-data"
      className="editor-form"
      aria-label={fill(editor.form.label, { name: placeWords(editor, place) })}
      preventScrollReset
      noValidate
    >
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="base" value={base} />
      {conflict ? <ConflictBox page={page} conflict={conflict} base={base} /> : null}
      <Properties
        definition={definition}
        place={place}
        refused={answer?.refused}
        published={page.published?.definition}
      />
      <div className="editor-save">
        <button type="submit" data-save="">
          {editor.form.save}
        </button>
        <p role="status" className={`editor-state ${state}`}>
          {editor.form[state]}
        </p>
      </div>
    </Form>
  );
}
