import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field, FieldFrame } from "../../studio/field.tsx";
import { TableBox } from "../../studio/table-box.tsx";
import type { LanguageName, LanguagesData, LanguagesRefused } from "./languages-data.ts";

interface LanguageListProps {
  data: LanguagesData;
  refused: LanguagesRefused | undefined;
}

/** The languages of an instrument with how much is said in each, and what can be done with them. */
export function LanguageList({ data, refused }: LanguageListProps) {
  const { languages: words } = useMessages().translations;
  const [main] = data.languages;
  return (
    <>
      <h2>{words.title}</h2>
      <TableBox label={words.title}>
        <table className="languages-list">
          <thead>
            <tr>
              <th scope="col">{words.language}</th>
              <th scope="col" className="number">
                {words.done}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {data.languages.map((one) => (
              <LanguageLine
                key={one.tag}
                one={one}
                name={data.names[one.tag]}
                isMain={one === main}
                isOnly={data.languages.length === 1}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      <AddLanguage data={data} refused={refused} />
    </>
  );
}

function LanguageLine({
  one,
  name,
  isMain,
  isOnly,
}: {
  one: LanguagesData["languages"][number];
  name: LanguageName | undefined;
  isMain: boolean;
  isOnly: boolean;
}) {
  const { languages: words } = useMessages().translations;
  const called = name?.native ?? one.tag;
  return (
    <tr>
      <th scope="row">
        <span lang={one.tag} dir={name?.direction}>
          {called}
        </span>{" "}
        <span className="quiet-text">
          {one.tag}
          {isMain ? ` · ${words.main}` : ""}
        </span>
      </th>
      <td className="number">{fill(words.of, { said: one.said, of: one.of })}</td>
      <td>
        <div className="languages-acts">
          {isMain ? null : (
            <>
              <Link className="row-link" to={`?to=${one.tag}`}>
                {words.work}
              </Link>
              <Form method="post">
                <input type="hidden" name="language" value={one.tag} />
                <button type="submit" className="plain" name="intent" value="main">
                  {words.makeMain}
                </button>
              </Form>
            </>
          )}
          {isOnly ? null : <RemoveLanguage tag={one.tag} called={called} />}
        </div>
      </td>
    </tr>
  );
}

/** Asks once, without a script too. */
function RemoveLanguage({ tag, called }: { tag: string; called: string }) {
  const { languages: words } = useMessages().translations;
  return (
    <details className="languages-remove">
      <summary>{words.remove}</summary>
      <Form method="post">
        <p>{fill(words.removeAsk, { name: called })}</p>
        <input type="hidden" name="language" value={tag} />
        <input type="hidden" name="sure" value="yes" />
        <button type="submit" className="quiet" name="intent" value="remove">
          {fill(words.removeSure, { name: called })}
        </button>
      </Form>
    </details>
  );
}

function AddLanguage({ data, refused }: LanguageListProps) {
  const reader = useLanguage();
  const { languages: words, problems } = useMessages().translations;
  const key = refused?.errors.tag;
  const error = key && Object.hasOwn(problems, key) ? problems[key as keyof typeof problems] : undefined;
  return (
    <details className="languages-add" open={error !== undefined}>
      <summary>{words.add}</summary>
      <Form method="post" className="studio-form">
        <FieldFrame name="language" label={words.choose}>
          {(shared) => (
            <select {...shared} defaultValue={refused?.values.language ?? ""}>
              <option value="">{words.none}</option>
              {data.offered.map((tag) => (
                <option key={tag} value={tag}>
                  {`${data.names[tag]?.native ?? tag} · ${data.names[tag]?.[reader] ?? tag}`}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        <Field
          name="tag"
          label={words.typed}
          hint={words.typedHint}
          defaultValue={refused?.values.tag ?? ""}
          autoComplete="off"
          spellCheck={false}
          {...(error ? { error } : {})}
        />
        <button type="submit" className="quiet" name="intent" value="add">
          {words.add}
        </button>
      </Form>
    </details>
  );
}
