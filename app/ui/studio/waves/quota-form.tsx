import { Form, Link } from "@remix-run/react";
import type { Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { Choice } from "./choice.tsx";
import { problemWords } from "./problem-words.ts";
import type { QuotaLine } from "./quota-table.tsx";
import type { RefusedForm } from "./wave-form.tsx";

interface QuotaFormProps {
  items: { code: string; text: Text; options: { code: string; label: Text }[] }[];
  doors: { slug: string; name: Text }[];
  /** The quota being changed. */
  quota: QuotaLine | undefined;
  refused: RefusedForm | undefined;
  address: string;
}

/** One or two answers, a door or all of them, and how many at most. */
export function QuotaForm({ items, doors, quota, refused, address }: QuotaFormProps) {
  const language = useLanguage();
  const messages = useMessages();
  const { waves } = messages;
  const words = waves.quotaPage;
  const ref = useFirstProblem();
  const values = refused?.values ?? (quota ? valuesOf(quota) : {});
  const error = (name: string) => problemWords(messages, refused?.errors[name]);
  const conditions = items.map((item) => (
    <optgroup key={item.code} label={item.text[language]}>
      {item.options.map((option) => (
        <option key={option.code} value={`${item.code}=${option.code}`}>
          {option.label[language]}
        </option>
      ))}
    </optgroup>
  ));
  return (
    <section className="studio-section" id="quota-form">
      <h2>{quota ? words.changeTitle : words.addTitle}</h2>
      <Form
        method="post"
        action={address}
        className="studio-form"
        ref={ref}
        noValidate
        key={quota?.id ?? "new"}
      >
        {quota ? <input type="hidden" name="id" value={quota.id} /> : null}
        <Choice name="first" label={words.first} value={values.first} error={error("first")}>
          <option value="">{words.everybody}</option>
          {conditions}
        </Choice>
        <Choice
          name="second"
          label={words.second}
          hint={words.secondHint}
          value={values.second}
          error={error("second")}
        >
          <option value="">–</option>
          {conditions}
        </Choice>
        <Choice name="door" label={words.where} value={values.door} error={error("door")}>
          <option value="">{words.allDoors}</option>
          {doors.map((door) => (
            <option key={door.slug} value={door.slug}>
              {door.name[language]}
            </option>
          ))}
        </Choice>
        <Field
          name="most"
          label={words.most}
          hint={words.mostHint}
          inputMode="numeric"
          required
          defaultValue={values.most ?? ""}
          error={error("most")}
        />
        <Field
          name="nameZh"
          label={words.nameZh}
          hint={words.nameHint}
          lang="zh-CN"
          defaultValue={values.nameZh ?? ""}
          error={error("nameZh")}
        />
        <Field
          name="nameEn"
          label={words.nameEn}
          hint={waves.optionalEnglish}
          lang="en"
          defaultValue={values.nameEn ?? ""}
          error={error("nameEn")}
        />
        <div className="wave-actions">
          <button type="submit" name="intent" value="save">
            {quota ? waves.save : words.add}
          </button>
          {quota ? (
            <Link className="studio-back" to={address}>
              {words.stopAdding}
            </Link>
          ) : null}
        </div>
      </Form>
    </section>
  );
}

function valuesOf(quota: QuotaLine): Record<string, string> {
  const [first = "", second = ""] = Object.entries(quota.cell).map(([item, option]) => `${item}=${option}`);
  const { name } = quota;
  return {
    first,
    second,
    door: quota.door?.slug ?? "",
    most: String(quota.most),
    nameZh: name["zh-CN"],
    nameEn: name.en === name["zh-CN"] ? "" : name.en,
  };
}
