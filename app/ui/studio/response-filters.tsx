import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { nameIn } from "#app/instrument/language-names.ts";
import type { Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { type ListQuery, listAddress } from "./list-query.ts";

interface ResponseFiltersProps {
  study: string;
  doors: { slug: string; name: Text }[];
  /** The survey's own. */
  languages: string[];
  chosen: ListQuery;
}

const states = ["all", "counted", "excluded"] as const;

/** Narrows the response table down; a plain GET form, so that the address says what is shown. */
export function ResponseFilters({ study, doors, languages, chosen }: ResponseFiltersProps) {
  const language = useLanguage();
  const { responses } = useMessages().studio;
  const address = `/studio/${study}/responses`;
  const whole = listAddress(study, { respondent: chosen.respondent, state: "all" });
  const isNarrowed = listAddress(study, chosen) !== whole;
  return (
    <Form key={listAddress(study, chosen)} className="studio-filters" method="get" action={address}>
      {chosen.respondent ? <input type="hidden" name="respondent" value={chosen.respondent} /> : null}
      <Choice name="door" label={responses.door} value={chosen.door}>
        <option value="">{responses.allDoors}</option>
        {doors.map((door) => (
          <option key={door.slug} value={door.slug}>
            {door.name[language]}
          </option>
        ))}
      </Choice>
      <div className="studio-field">
        <label htmlFor="day">{responses.day}</label>
        <input id="day" name="day" type="date" defaultValue={chosen.day} />
      </div>
      <Choice name="language" label={responses.language} value={chosen.language}>
        <option value="">{responses.allLanguages}</option>
        {languages.map((one) => (
          <option key={one} value={one}>
            {one in responses.languages
              ? responses.languages[one as keyof typeof responses.languages]
              : nameIn(one, language)}
          </option>
        ))}
      </Choice>
      <Choice name="state" label={responses.state} value={chosen.state}>
        {states.map((one) => (
          <option key={one} value={one === "all" ? "" : one}>
            {responses.states[one]}
          </option>
        ))}
      </Choice>
      <button className="quiet" type="submit">
        {responses.filter}
      </button>
      {isNarrowed ? (
        <Link className="studio-clear" to={whole}>
          {responses.clear}
        </Link>
      ) : null}
    </Form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  children: ReactNode;
}

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <div className="studio-field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value === "all" ? "" : value}>
        {children}
      </select>
    </div>
  );
}
