import { Form, Link, useNavigation } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import { Field, FieldFrame } from "../../studio/field.tsx";
import { sayTooLarge } from "../../studio/file-limit.ts";
import type { LanguageName } from "./languages-data.ts";
import { type PlanRow, PlanTable } from "./plan-table.tsx";

interface Shown {
  source: string;
  target: string;
  plan: { fresh: PlanRow[]; changed: PlanRow[]; same: number; empty: number; unknown: string[] };
  more: number;
  counts: { fresh: number; changed: number; outdated: number; unknown: number };
  pack: string;
  meanwhile: boolean;
}

interface UploadProps {
  back: string;
  languages: string[];
  names: Record<string, LanguageName>;
  chosen: string;
  error: string | undefined;
}

/** A file from a translator. */
export function TranslationUpload({ back, languages, names, chosen, error }: UploadProps) {
  const isBusy = useNavigation().state !== "idle";
  const words = useMessages().translations.import;
  const { cancel } = useMessages().exchange.import;
  const { tooLarge } = useMessages().interchange.refused;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="studio-form exchange-form"
      onChange={sayTooLarge(tooLarge)}
    >
      <Field
        name="file"
        type="file"
        label={words.file}
        hint={words.fileHint}
        accept=".xlsx,.xlf,.xliff,.xml"
        {...(error ? { error } : {})}
      />
      <FieldFrame name="language" label={words.target} hint={words.targetHint}>
        {(shared) => (
          <select {...shared} defaultValue={chosen}>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {names[tag]?.native ?? tag}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <button type="submit" name="intent" value="read" disabled={isBusy}>
        {isBusy ? words.checking : words.check}
      </button>
      <Link className="studio-back exchange-beside" to={back}>
        {cancel}
      </Link>
    </Form>
  );
}

/** What a translation would change, and the agreement to it. */
export function TranslationReport({
  again,
  shown,
  names,
}: {
  again: string;
  shown: Shown;
  names: Record<string, LanguageName>;
}) {
  const language = useLanguage();
  const isBusy = useNavigation().state !== "idle";
  const words = useMessages().translations.import;
  const { source, target, plan, counts } = shown;
  const nameOf = (tag: string) => names[tag]?.native ?? tag;
  const said = { source: nameOf(source), target: nameOf(target), same: plan.same, empty: plan.empty };
  const changes = counts.fresh + counts.changed;
  return (
    <>
      <div className={shown.meanwhile ? "studio-says wrong" : "studio-says"}>
        {shown.meanwhile ? <p>{words.meanwhile}</p> : null}
        <p>{fill(words.summary, { ...said, ...counts })}</p>
        {changes === 0 ? <p>{words.nothing}</p> : null}
      </div>
      {counts.unknown > 0 ? (
        <p>
          {amount(language, words.unknown, counts.unknown)}{" "}
          <span className="quiet-text">{plan.unknown.join(" · ")}</span>
        </p>
      ) : null}
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="pack" value={shown.pack} />
        {counts.outdated > 0 ? (
          <label className="translation-missing-only">
            <input type="checkbox" name="skip" value="outdated" defaultChecked /> {words.skipOutdated} (
            {counts.outdated})
          </label>
        ) : null}
        <p>
          {changes > 0 ? (
            <button type="submit" name="intent" value="apply" disabled={isBusy}>
              {isBusy ? words.applying : words.apply}
            </button>
          ) : null}
          <Link className="studio-back exchange-beside" to={again} reloadDocument>
            {words.again}
          </Link>
        </p>
      </Form>
      <PlanTable title={words.changed} rows={plan.changed} {...{ source, target, names }} />
      <PlanTable title={words.fresh} rows={plan.fresh} {...{ source, target, names }} />
      {shown.more > 0 ? <p>{fill(words.more, { n: shown.more })}</p> : null}
    </>
  );
}
