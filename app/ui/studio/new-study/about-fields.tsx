import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { type AboutText, aboutTexts, type Longest } from "./choices.ts";
import { problemIn } from "./problem-in.ts";

export interface AboutFieldsProps {
  values: Record<string, string>;
  errors: Record<string, string>;
  longest: Longest;
}

const useFieldOf = ({ values, errors }: Pick<AboutFieldsProps, "values" | "errors">) => {
  const messages = useMessages();
  return (name: string) => {
    const error = problemIn(messages, errors[name]);
    return { name, defaultValue: values[name] ?? "", ...(error ? { error } : {}) };
  };
};

interface PairProps extends AboutFieldsProps {
  name: AboutText;
  hint?: string;
  /** More than one where whole paragraphs are usual. */
  lines?: number;
}

/** A text of the study, in Chinese and beside it in English. */
export function AboutPair({ name, hint, lines, longest, ...said }: PairProps) {
  const { about } = useMessages().newStudy;
  const field = useFieldOf(said);
  const more = { maxLength: longest[name], ...(lines ? { lines } : {}) };
  return (
    <>
      {hint ? <p className="studio-hint">{hint}</p> : null}
      <div className="new-study-pair">
        <Field
          {...field(`${name}Zh`)}
          {...more}
          label={fill(about.zh, { label: about[name] })}
          lang="zh-CN"
          aria-required={aboutTexts[name] ? true : undefined}
        />
        <Field {...field(`${name}En`)} {...more} label={fill(about.en, { label: about[name] })} lang="en" />
      </div>
    </>
  );
}

/** Who asks, and whom to turn to. */
export function WhoFields(props: AboutFieldsProps) {
  const { about } = useMessages().newStudy;
  const field = useFieldOf(props);
  return (
    <>
      <h2>{about.who}</h2>
      <p className="studio-hint">{about.whoLead}</p>
      <AboutPair {...props} name="institution" />
      <AboutPair {...props} name="lead" />
      <Field
        {...field("contact")}
        label={about.contact}
        hint={about.contactHint}
        maxLength={props.longest.contact}
      />
      <AboutPair {...props} name="ethics" hint={about.ethicsHint} />
    </>
  );
}

/** Whom the study wants to reach, and how. */
export function MethodFields({ lines, ...props }: AboutFieldsProps & { lines?: number }) {
  const { about } = useMessages().newStudy;
  const more = lines ? { lines } : {};
  return (
    <>
      <p className="studio-hint">{about.moreLead}</p>
      <AboutPair {...props} {...more} name="population" hint={about.populationHint} />
      <AboutPair {...props} {...more} name="recruitment" hint={about.recruitmentHint} />
    </>
  );
}

/** The day until which answers are kept. */
export function KeepField(props: Pick<AboutFieldsProps, "values" | "errors">) {
  const { about } = useMessages().newStudy;
  const field = useFieldOf(props);
  return <Field {...field("keep")} label={about.keep} hint={about.keepHint} type="date" />;
}
