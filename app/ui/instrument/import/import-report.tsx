import { Form, Link, useNavigation } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field, FieldFrame } from "../../studio/field.tsx";
import { useFirstProblem } from "../../studio/use-first-problem.ts";
import { Findings } from "./findings.tsx";
import type { ShownImport } from "./import-data.ts";
import { ImportPreview } from "./import-preview.tsx";

interface ImportReportProps {
  again: string;
  shown: ShownImport;
  /** The study's instruments, whose drafts may be replaced. */
  instruments: string[];
}

/** What would be stored, and the agreement to it. */
export function ImportReport({ again, shown, instruments }: ImportReportProps) {
  const language = useLanguage();
  const words = useMessages().exchange.report;
  const { changed, lost, read } = shown;
  return (
    <>
      <section className="studio-says" aria-labelledby="import-report">
        <h2 id="import-report">{words.title}</h2>
        <p>{fill(words.summary, { format: shown.format[language], n: shown.items })}</p>
        {changed.total + lost.total === 0 ? <p>{words.whole}</p> : null}
        <p className="studio-hint">
          {words.read}
          {language === "en" ? ": " : "："}
          {Object.entries(read)
            .map(([kind, n]) => `${kind} ${n}`)
            .join(" · ")}
        </p>
      </section>
      <Findings sort="lost" found={lost} />
      <Findings sort="changed" found={changed} />
      <AgreeForm again={again} shown={shown} instruments={instruments} />
      <ImportPreview pages={shown.pages} more={shown.more} />
    </>
  );
}

function AgreeForm({ again, shown, instruments }: ImportReportProps) {
  const { report: words, problems } = useMessages().exchange;
  const isBusy = useNavigation().state !== "idle";
  const form = useFirstProblem();
  const { values, errors } = shown;
  const said = (name: string) => {
    const key = errors[name];
    return key && Object.hasOwn(problems, key) ? { error: problems[key as keyof typeof problems] } : {};
  };
  return (
    <Form method="post" encType="multipart/form-data" className="studio-form exchange-agree" ref={form}>
      <h2>{words.agreeTitle}</h2>
      <input type="hidden" name="pack" value={shown.pack} />
      <FieldFrame name="target" label={words.target} {...said("target")}>
        {(shared) => (
          <select {...shared} defaultValue={values.target ?? "new"}>
            <option value="new">{words.new}</option>
            {instruments.map((code) => (
              <option key={code} value={code}>
                {fill(words.existing, { code })}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <Field name="title" label={words.name} defaultValue={values.title ?? ""} {...said("title")} />
      <Field
        name="code"
        label={words.code}
        hint={words.codeHint}
        defaultValue={values.code ?? ""}
        autoComplete="off"
        spellCheck={false}
        {...said("code")}
      />
      <button type="submit" name="intent" value="agree" disabled={isBusy}>
        {isBusy ? words.saving : words.agree}
      </button>
      <Link className="studio-back exchange-beside" to={again} reloadDocument>
        {words.again}
      </Link>
    </Form>
  );
}
