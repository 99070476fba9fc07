import { Form, Link } from "@remix-run/react";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../amount.ts";
import { Field } from "../field.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { Choice } from "../waves/choice.tsx";
import { Mapping, type MappingProps } from "./mapping.tsx";
import { type ReadFile, Report } from "./report.tsx";

export interface Checked extends ReadFile, Omit<MappingProps, "counts"> {
  packed?: string | undefined;
  sha256: string;
  seen: string;
  twice: string[];
  languages: ("zh-CN" | "en")[];
  title: Text;
  problems: Partial<Record<"nameZh" | "agreed" | "columns" | "version" | "seen", string>>;
  values: { version: string; day: string; language: string; nameZh: string; nameEn: string; agreed: string };
}

/** The report, and below it all that it rests on: to be corrected and looked at again, or agreed to. */
export function AgreeForm({ checked, back }: { checked: Checked; back: string }) {
  const language = useLanguage();
  const { answersImport: words, waves, studio } = useMessages();
  const ref = useFirstProblem();
  const { problems, values } = checked;
  const problem = (name: keyof typeof problems) => {
    const key = problems[name];
    return key && Object.hasOwn(words.wrong, key)
      ? fill(words.wrong[key as keyof typeof words.wrong], { columns: checked.twice.join(", ") })
      : undefined;
  };
  return (
    <>
      <Report read={checked} />
      <Form
        method="post"
        encType="multipart/form-data"
        reloadDocument
        className="studio-form answers-form"
        ref={ref}
        noValidate
      >
        <input type="hidden" name="table" value={checked.packed ?? ""} />
        <input type="hidden" name="version" value={values.version} />
        <input type="hidden" name="from" value={values.version} />
        <input type="hidden" name="sha256" value={checked.sha256} />
        <input type="hidden" name="seen" value={checked.seen} />
        <section className="studio-section">
          <h2>{words.mapping}</h2>
          <p>{checked.title[language]}</p>
          <p className="studio-hint">{words.mappingLead}</p>
          {problem("columns") ? (
            <p className="studio-error" role="alert">
              {problem("columns")}
            </p>
          ) : null}
          <Mapping columns={checked.columns} places={checked.places} counts={checked.report.columns} />
          <button type="submit" name="go" value="check" className="quiet">
            {words.checkAgain}
          </button>
        </section>
        <section className="studio-section">
          <h2>{words.settings}</h2>
          <Field
            name="nameZh"
            required
            lang="zh-CN"
            label={words.nameZh}
            hint={words.nameZhHint}
            defaultValue={values.nameZh}
            error={problem("nameZh")}
          />
          <Field
            name="nameEn"
            lang="en"
            label={words.nameEn}
            hint={waves.optionalEnglish}
            defaultValue={values.nameEn}
          />
          <Field name="day" type="date" label={words.fallbackDay} defaultValue={values.day} />
          <Choice name="language" label={words.fallbackLanguage} value={values.language}>
            {checked.languages.map((one) => (
              <option key={one} value={one}>
                {studio.responses.languages[one]}
              </option>
            ))}
          </Choice>
          <label className="answers-agreed">
            <input
              type="checkbox"
              name="agreed"
              value="yes"
              defaultChecked={values.agreed === "yes"}
              aria-invalid={problem("agreed") ? true : undefined}
              aria-describedby={problem("agreed") ? "agreed-error" : undefined}
            />
            <span>{words.agreed}</span>
          </label>
          {problem("agreed") ? (
            <p className="studio-error" id="agreed-error">
              {problem("agreed")}
            </p>
          ) : null}
          {problem("seen") ? (
            <p className="studio-error" role="alert">
              {problem("seen")}
            </p>
          ) : null}
          <div className="wave-actions">
            {checked.good > 0 ? (
              <button type="submit" name="go" value="import">
                {amount(language, words.import, checked.good)}
              </button>
            ) : null}
            <Link className="studio-back" to={back} reloadDocument>
              {waves.cancel}
            </Link>
          </div>
        </section>
      </Form>
    </>
  );
}
