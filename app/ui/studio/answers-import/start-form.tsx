import { Form, Link } from "@remix-run/react";
import { fill, formatDay, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { sayTooLarge } from "../file-limit.ts";
import { Choice } from "../waves/choice.tsx";

interface StartFormProps {
  start: {
    versions: { id: string; number: number; of?: Text | undefined; day: string }[];
    version: string;
  };
  problem: string | undefined;
  back: string;
}

/** The file, and which questionnaire its answers are to. */
export function StartForm({ start, problem, back }: StartFormProps) {
  const language = useLanguage();
  const { answersImport: words, interchange, waves } = useMessages();
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      reloadDocument
      className="studio-form wave-form"
      onChange={sayTooLarge(interchange.refused.tooLarge)}
    >
      <Choice name="version" label={words.version} hint={words.versionHint} value={start.version}>
        {start.versions.map((one) => (
          <option key={one.id} value={one.id}>
            {one.of ? `${one.of[language]} · ` : ""}
            {fill(waves.versionMade, { n: one.number, day: formatDay(one.day, language) })}
          </option>
        ))}
      </Choice>
      <Field
        name="file"
        type="file"
        required
        accept=".xlsx,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        label={words.file}
        hint={words.fileHint}
        error={problem}
      />
      <div className="wave-actions">
        <button type="submit" name="go" value="check">
          {words.check}
        </button>
        <Link className="studio-back" to={back}>
          {waves.cancel}
        </Link>
      </div>
    </Form>
  );
}
