import { Form, Link, useNavigation } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Field } from "../../studio/field.tsx";
import { sayTooLarge } from "../../studio/file-limit.ts";
import { placeWords } from "./finding-words.ts";
import type { ImportAnswer } from "./import-data.ts";

interface ImportFormProps {
  back: string;
  answer: Extract<ImportAnswer, { refused: unknown }> | undefined;
}

/** A file, or pasted text. */
export function ImportForm({ back, answer }: ImportFormProps) {
  const messages = useMessages();
  const words = messages.exchange.import;
  const isBusy = useNavigation().state !== "idle";
  const where = placeWords(messages, answer?.refused.place);
  const error = answer
    ? `${fill(words.refused, { reason: messages.interchange.refused[answer.refused.reason] })}${where ? ` (${where})` : ""}`
    : undefined;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="studio-form exchange-form"
      onChange={sayTooLarge(messages.interchange.refused.tooLarge)}
    >
      <Field name="file" type="file" label={words.file} hint={words.fileHint} {...(error ? { error } : {})} />
      <Field
        name="text"
        lines={8}
        label={words.text}
        hint={words.textHint}
        defaultValue={answer?.text ?? ""}
      />
      <button type="submit" name="intent" value="read" disabled={isBusy}>
        {isBusy ? words.checking : words.check}
      </button>
      <Link className="studio-back exchange-beside" to={back}>
        {words.cancel}
      </Link>
    </Form>
  );
}
