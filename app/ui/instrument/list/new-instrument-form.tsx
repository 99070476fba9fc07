import { Form, Link } from "@remix-run/react";
import type { TemplateName } from "#app/instrument/templates/index.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field } from "../../studio/field.tsx";
import { problemText } from "../../studio/problem-text.ts";
import { useFirstProblem } from "../../studio/use-first-problem.ts";
import { Starts } from "./starts.tsx";

interface Props {
  study: string;
  templates: TemplateName[];
  copies: { code: string; title: Text | undefined }[];
  refused: { values: Record<string, string>; errors: Record<string, string> } | undefined;
}

/** A template or a survey of the study to start from, its title and its code. */
export function NewInstrumentForm({ study, templates, copies, refused }: Props) {
  const language = useLanguage();
  const messages = useMessages();
  const { make, list } = messages.instruments;
  const { waves } = messages;
  const ref = useFirstProblem();
  const error = (name: string) => {
    const problem = refused?.errors[name];
    if (problem === undefined) return undefined;
    return problem in make.problems
      ? make.problems[problem as keyof typeof make.problems]
      : problemText(messages, problem);
  };
  const field = (name: string) => {
    const said = error(name);
    return { name, defaultValue: refused?.values[name] ?? "", ...(said ? { error: said } : {}) };
  };
  return (
    <Form method="post" ref={ref} noValidate>
      <Starts
        name="from"
        legend={make.from}
        value={refused ? refused.values.from : "template:course-evaluation"}
        error={error("from")}
        starts={[
          ...templates.map((one) => ({ value: `template:${one}`, ...make.templates[one] })),
          ...copies.map(({ code, title }) => ({
            value: `copy:${code}`,
            name: fill(make.copy, { title: title?.[language] || code }),
            about: make.copyAbout,
          })),
        ]}
      />
      <div className="studio-form">
        <Field {...field("nameZh")} label={make.nameZh} hint={make.nameHint} lang="zh-CN" maxLength={200} />
        <Field {...field("nameEn")} label={make.nameEn} lang="en" maxLength={200} />
        <Field {...field("code")} label={make.code} hint={make.codeHint} maxLength={64} spellCheck={false} />
        <div className="wave-actions">
          <button type="submit">{make.send}</button>
          <Link className="studio-back" to={`/studio/${study}/instruments/import`}>
            {list.importFile}
          </Link>
          <Link className="studio-back" to={`/studio/${study}/instruments`}>
            {waves.cancel}
          </Link>
        </div>
      </div>
    </Form>
  );
}
