import { Form, Link, useActionData } from "@remix-run/react";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { Field } from "../studio/field.tsx";
import { problemText } from "../studio/problem-text.ts";
import { useFirstProblem } from "../studio/use-first-problem.ts";
import { AskOnce } from "../studio/waves/ask-once.tsx";
import { Choice } from "../studio/waves/choice.tsx";
import { FigureField, Joining } from "./weights-fields.tsx";
import "../studio/fieldwork.css";

/** What a researcher's forms start from. */
export interface MarginFormData {
  variables: { code: string; name: Text; set: boolean }[];
  inUse: { code: string; name: Text }[];
  /** How many variables there may be, and whether there are. */
  most: number;
  full: boolean;
  /** Chosen, with figures, but no longer in the questionnaire or the doors: it can only be removed. */
  gone: Text | undefined;
  /** Waves that have targets for the variable chosen. */
  waves: { number: number; name: Text }[];
  variable: ChosenMargin | undefined;
  history: { id: string; by: string; when: string; what: string }[];
}
interface ChosenMargin {
  code: string;
  name: Text;
  set: boolean;
  unit: "people" | "percent";
  source: string;
  asOf: string;
  /** The wave whose targets stand in the fields. */
  taken: Text | undefined;
  categories: { code: string; label: Text; figure: number | undefined; joined: string }[];
}
interface Refused {
  values: Record<string, string>;
  errors: Record<string, string>;
}

/** What is known of the population, for researchers: which variables, a form for one of them, and what was changed. */
export function MarginForms({ data, keep }: { data: MarginFormData; keep: Record<string, string> }) {
  const language = useLanguage();
  const { form: words } = useMessages().weights;
  const { variables, inUse, variable, full, history } = data;
  return (
    <section className="studio-section" id="figures" aria-labelledby="title-figures">
      <h2 id="title-figures">{words.title}</h2>
      <p>{words.lead}</p>
      {inUse.length > 0 ? (
        <ul className="results-chips" aria-label={words.inUse}>
          {inUse.map(({ code, name }) => (
            <li key={code}>
              <Link to={addressOf(keep, { variable: code })} preventScrollReset>
                {fill(words.changeOf, { name: name[language] })}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {variables.length === 0 ? (
        <p>{words.nothing}</p>
      ) : full ? (
        <p>{fill(words.most, { n: data.most })}</p>
      ) : (
        <Form
          method="get"
          action="#figures"
          className="studio-filters"
          key={variable?.code}
          preventScrollReset
        >
          {Object.entries(keep).map(([name, value]) => (
            <input type="hidden" name={name} value={value} key={name} />
          ))}
          <Choice name="variable" label={words.choose} value={variable?.code}>
            {variables.map(({ code, name, set }) => (
              <option key={code} value={code}>
                {set ? fill(words.set, { name: name[language] }) : name[language]}
              </option>
            ))}
          </Choice>
          <button className="quiet" type="submit">
            {words.chooseButton}
          </button>
        </Form>
      )}
      {variable ? (
        <MarginForm key={`${variable.code} ${variable.taken?.en}`} {...{ variable, data, keep }} />
      ) : null}
      {data.gone ? <Removal name={data.gone[language]} /> : null}
      {history.length > 0 ? (
        <details className="results-numbers">
          <summary>{words.history}</summary>
          <ol className="studio-history">
            {history.map(({ id, by, when, what }) => (
              <li key={id}>
                <p className="quiet-text">{fill(words.decided, { when, by })}</p>
                <p>{what}</p>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

const addressOf = (keep: Record<string, string>, more: Record<string, string>) =>
  `?${new URLSearchParams({ ...keep, ...more })}#figures`;

interface MarginFormProps {
  variable: ChosenMargin;
  data: MarginFormData;
  keep: Record<string, string>;
}

function MarginForm({ variable, data, keep }: MarginFormProps) {
  const language = useLanguage();
  const messages = useMessages();
  const refused = useActionData<Refused>();
  const form = useFirstProblem();
  const { form: words } = messages.weights;
  const name = variable.name[language];
  const problem = (field: string) => problemOf(messages, refused, field, data.most);
  const value = (field: string, before: string) => (refused ? (refused.values[field] ?? "") : before);
  const unit = value("unit", variable.unit);
  const whole = problem("form") ?? problem("figures");
  return (
    <>
      {variable.taken ? (
        <p className="studio-says" role="status">
          {fill(words.taken, { wave: variable.taken[language] })}
        </p>
      ) : (
        data.waves.map((wave) => (
          <p key={wave.number}>
            <Link
              className="button quiet"
              to={addressOf(keep, { variable: variable.code, wave: String(wave.number) })}
              preventScrollReset
            >
              {fill(words.targets, { wave: wave.name[language] })}
            </Link>
          </p>
        ))
      )}
      <form
        method="post"
        action={`?${new URLSearchParams({ ...keep, variable: variable.code })}`}
        className="studio-form wave-shares"
        ref={form}
        noValidate
      >
        <fieldset aria-describedby={whole ? "figures-hint figures-error" : "figures-hint"}>
          <legend>{fill(words.legend, { name })}</legend>
          <fieldset className="weights-unit">
            <legend>{words.unit}</legend>
            {(["people", "percent"] as const).map((one) => (
              <label key={one} className="wave-check">
                <input type="radio" name="unit" value={one} defaultChecked={one === unit} />
                {words.units[one]}
              </label>
            ))}
          </fieldset>
          <p className="studio-hint" id="figures-hint">
            {words.hint}
          </p>
          {variable.categories.map((one, at) => (
            <FigureField
              key={one.code}
              name={`figure${at}`}
              label={one.label[language]}
              value={value(`figure${at}`, one.figure === undefined ? "" : String(one.figure))}
              error={problem(`figure${at}`)}
              invalid={whole !== undefined}
            />
          ))}
          {whole ? (
            <p className="studio-error" id="figures-error">
              {whole}
            </p>
          ) : null}
        </fieldset>
        <Joining categories={variable.categories} {...{ value, problem }} />
        <Field
          name="pasted"
          label={words.pasted}
          hint={words.pastedHint}
          lines={4}
          defaultValue={value("pasted", "")}
          error={problem("pasted")}
        />
        <Field
          name="source"
          label={words.source}
          hint={words.sourceHint}
          autoComplete="off"
          defaultValue={value("source", variable.source)}
          error={problem("source")}
        />
        <Field
          name="asOf"
          label={words.asOf}
          hint={words.asOfHint}
          autoComplete="off"
          defaultValue={value("asOf", variable.asOf)}
          error={problem("asOf")}
        />
        <div className="wave-actions">
          <button type="submit">{words.save}</button>
          <Link className="studio-back" to={addressOf(keep, {})} preventScrollReset>
            {words.cancel}
          </Link>
        </div>
      </form>
      {variable.set ? <Removal name={name} /> : null}
    </>
  );
}

function Removal({ name }: { name: string }) {
  const { form: words } = useMessages().weights;
  const lead = fill(words.removeLead, { name });
  return <AskOnce label={words.remove} lead={lead} intent="remove" yes={words.removeYes} />;
}

/** What was wrong with a field, in the reader's words. */
function problemOf(
  messages: ReturnType<typeof useMessages>,
  refused: Refused | undefined,
  field: string,
  most: number,
): string | undefined {
  const problem = refused?.errors[field];
  const { problems } = messages.weights;
  if (!problem || !Object.hasOwn(problems, problem)) return problemText(messages, problem);
  const { sum = "", lines = "" } = refused?.values ?? {};
  return fill(problems[problem as keyof typeof problems], { sum, lines, n: most });
}
