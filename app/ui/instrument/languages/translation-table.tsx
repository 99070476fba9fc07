import { Form, useNavigation } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import type { LanguagesData, LanguagesRefused, UnitRow } from "./languages-data.ts";

type Table = NonNullable<LanguagesData["table"]>;

interface TranslationTableProps {
  data: LanguagesData;
  table: Table;
  refused: LanguagesRefused | undefined;
}

/** The main language and another, text by text. */
export function TranslationTable({ data, table, refused }: TranslationTableProps) {
  const language = useLanguage();
  const isBusy = useNavigation().state !== "idle";
  const { table: words } = useMessages().translations;
  const { source, target } = table;
  const nameOf = (tag: string) => data.names[tag]?.native ?? tag;
  const title = fill(words.title, { source: nameOf(source), target: nameOf(target) });
  const hasConflict = Object.keys(refused?.theirs ?? {}).length > 0;
  return (
    <section aria-labelledby="translation-title">
      <h2 id="translation-title">{title}</h2>
      <Narrowing data={data} table={table} />
      {hasConflict ? (
        <div className="studio-says wrong" role="alert">
          <p>{words.conflict}</p>
        </div>
      ) : null}
      {table.rows.length === 0 ? (
        <p>{table.missing === 0 ? fill(words.nothingMissing, { target: nameOf(target) }) : words.complete}</p>
      ) : (
        <Form
          method="post"
          className="translation-form"
          key={`${target} ${table.group} ${table.missingOnly}`}
        >
          <input type="hidden" name="to" value={target} />
          <input type="hidden" name="base" value={refused?.base ?? data.base} />
          <ul className="translation-rows">
            {table.rows.map((row) => (
              <Row key={row.id} row={withRefused(row, refused)} data={data} table={table} />
            ))}
          </ul>
          {table.more > 0 ? <p>{fill(words.more, { n: table.more })}</p> : null}
          <p className="translation-save">
            <button type="submit" name="intent" value="save" disabled={isBusy}>
              {isBusy ? words.saving : words.save}
            </button>{" "}
            <span className="quiet-text">{amount(language, words.missingOf, table.missing)}</span>
          </p>
        </Form>
      )}
    </section>
  );
}

const withRefused = (row: UnitRow, refused: LanguagesRefused | undefined): UnitRow => ({
  ...row,
  target: refused?.values[row.id] ?? row.target,
  theirs: refused?.theirs?.[row.id],
  error: refused?.errors[row.id],
});

/** Which texts are shown. */
function Narrowing({ data, table }: { data: LanguagesData; table: Table }) {
  const { table: words, groups } = useMessages().translations;
  const named = (group: string, title: string) =>
    Object.hasOwn(groups, group) ? groups[group as keyof typeof groups] : title;
  return (
    <Form method="get" className="studio-filters">
      <div className="studio-field">
        <label htmlFor="to">{words.into}</label>
        <select id="to" name="to" defaultValue={table.target} key={table.target}>
          {data.languages.slice(1).map(({ tag }) => (
            <option key={tag} value={tag}>
              {data.names[tag]?.native ?? tag}
            </option>
          ))}
        </select>
      </div>
      <div className="studio-field">
        <label htmlFor="part">{words.group}</label>
        <select id="part" name="part" defaultValue={table.group} key={table.group}>
          <option value="all">{words.all}</option>
          {table.groups.map(({ group, title, missing }) => (
            <option key={group} value={group}>
              {`${named(group, title)}${missing > 0 ? ` (${missing})` : ""}`}
            </option>
          ))}
        </select>
      </div>
      <label className="translation-missing-only">
        <input type="checkbox" name="missing" value="1" defaultChecked={table.missingOnly} />{" "}
        {words.missingOnly}
      </label>
      <button type="submit" className="quiet">
        {words.show}
      </button>
    </Form>
  );
}

function Row({ row, data, table }: { row: UnitRow; data: LanguagesData; table: Table }) {
  const { translations, editor } = useMessages();
  const { table: words, problems } = translations;
  const { id, source, target, theirs, error } = row;
  const name = `t:${id}`;
  const isMissing = target === "";
  // A title of the whole survey has no code to be found by, but a name.
  const [part, own = ""] = id.split(".");
  const place =
    (part === "instrument" && editor.fields[own]) || id.replace(/^item\./, "").replace(/\.text$/, "");
  const wrong =
    error && Object.hasOwn(problems, error) ? problems[error as keyof typeof problems] : undefined;
  const told =
    theirs === undefined ? undefined : theirs ? fill(words.theirs, { text: theirs }) : words.theirsEmpty;
  const says = [`${name}-source`, ...(wrong || told ? [`${name}-says`] : [])].join(" ");
  return (
    <li className={isMissing ? "translation-row missing" : "translation-row"}>
      <div className="translation-source">
        <label htmlFor={name} className="quiet-text">
          {place}
          {isMissing ? <strong className="translation-missing"> {words.missing}</strong> : null}
        </label>
        <p id={`${name}-source`} lang={table.source} dir={data.names[table.source]?.direction}>
          {source || <span className="quiet-text">{words.outdated}</span>}
        </p>
      </div>
      <div>
        <textarea
          id={name}
          name={name}
          lang={table.target}
          dir={data.names[table.target]?.direction}
          rows={Math.min(8, 1 + Math.ceil(Math.max(source.length * 1.2, target.length) / 60))}
          defaultValue={target}
          aria-describedby={says}
          aria-invalid={wrong || told ? true : undefined}
        />
        {wrong || told ? (
          <p className="studio-error" id={`${name}-says`}>
            {wrong ?? told}
          </p>
        ) : null}
      </div>
    </li>
  );
}
