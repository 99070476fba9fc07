import { Form } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field } from "../../studio/field.tsx";
import { Choice } from "../../studio/waves/choice.tsx";
import type { BankPage } from "./bank-page.ts";
import { type BankProblems, bankProblem } from "./bank-problem.ts";

/** Keeps a page or a block of this instrument for others. */
export function BankSave({
  parts,
  refused,
}: {
  parts: BankPage["parts"];
  refused: BankProblems | undefined;
}) {
  const { bank } = useMessages();
  const language = useLanguage();
  const { save } = bank;
  const problem = bankProblem(bank, refused);
  const values = refused?.values ?? {};
  return (
    <section className="studio-section" aria-labelledby="bank-save">
      <h2 id="bank-save">{save.title}</h2>
      <Form method="post" className="studio-form">
        <Choice name="part" label={save.what} error={problem("part")} value={values.part}>
          {parts.map(({ code, kind, title }) => (
            <option key={code} value={code}>
              {fill(save[kind], { title: title[language] || title["zh-CN"] })}
            </option>
          ))}
        </Choice>
        <Field name="nameZh" label={save.nameZh} error={problem("nameZh")} defaultValue={values.nameZh} />
        <Field
          name="nameEn"
          label={save.nameEn}
          hint={save.nameEnHint}
          error={problem("nameEn")}
          defaultValue={values.nameEn}
        />
        <button type="submit" name="intent" value="save" className="quiet">
          {save.send}
        </button>
      </Form>
    </section>
  );
}
