import { Form, Link } from "@remix-run/react";
import type { LetterBox, LetterProblem } from "#app/fieldwork/letter.ts";
import { letterFields } from "#app/fieldwork/mail-fields.ts";
import { fill, languages, type Text } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { type LetterInHand, maySend } from "./letter-lead.tsx";
import { LetterPreviews, type ShownPreview } from "./letter-previews.tsx";

interface LetterFormProps {
  study: string;
  page: LetterInHand;
  /** What came back of the form: its text, and either what is wrong with it or how it looks. */
  said:
    | {
        letter: { subject: Text; body: Text };
        problems?: Partial<Record<LetterBox, LetterProblem>>;
        previews?: ShownPreview[];
        nobody?: boolean;
      }
    | undefined;
}

/** A letter in both languages; it can be sent once it has been looked at. */
export function LetterForm({ study, page, said }: LetterFormProps) {
  const { letter: words, people } = useMessages().mail;
  const form = useFirstProblem();
  const { subject, body } = said?.letter ?? page.letter;
  const problems = said?.problems ?? {};
  const wrong = Object.keys(problems).length;
  const sayWrong = (box: LetterBox) => {
    const found = problems[box];
    return (
      found &&
      fill(words.problems[found.problem], { found: (found.found ?? []).map((one) => `{${one}}`).join(" ") })
    );
  };
  const here = `/studio/${study}/fieldwork/doors/${page.slug}/invitations`;
  return (
    <Form
      method="post"
      action={`${here}/letter?kind=${page.kind}`}
      reloadDocument
      className="mail-letter"
      ref={form}
      noValidate
    >
      {wrong > 0 ? (
        <p role="alert" className="studio-error">
          {fill(words.problemsTitle, { n: wrong })}
        </p>
      ) : null}
      {said?.nobody ? (
        <p role="alert" className="studio-error">
          {words.nobody}
        </p>
      ) : null}
      {said?.previews ? <LetterPreviews previews={said.previews} maySend={maySend(page)} /> : null}
      <MergeFields columns={page.columns} />
      <div className="mail-languages">
        {languages.map((language) => (
          <div key={language}>
            <Field
              name={`subject.${language}`}
              label={words.subject[language]}
              defaultValue={subject[language]}
              error={sayWrong(`subject.${language}`)}
            />
            <Field
              name={`body.${language}`}
              lines={18}
              label={words.body[language]}
              defaultValue={body[language]}
              error={sayWrong(`body.${language}`)}
            />
          </div>
        ))}
      </div>
      <button type="submit" name="intent" value="preview" className={said?.previews ? "quiet" : undefined}>
        {words.preview}
      </button>
      <Link className="studio-back mail-beside" to={here}>
        {people.listTitle}
      </Link>
    </Form>
  );
}

/** What can stand in braces. */
function MergeFields({ columns }: { columns: string[] }) {
  const { letter: words } = useMessages().mail;
  return (
    <div className="mail-fields">
      <p>{words.fields}</p>
      <ul>
        {letterFields.map((one) => (
          <li key={one}>
            <code>{`{${one}}`}</code> {words.fieldNames[one]}
          </li>
        ))}
        {columns.map((one) => (
          <li key={one}>
            <code>{`{${one}}`}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
