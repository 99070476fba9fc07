import { Link } from "@remix-run/react";
import type { Instrument } from "#app/instrument/definition.ts";
import { type InstrumentChoice, respondentOf } from "#app/instrument/instrument-choice.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import "./instrument-switch.css";

/** For forms that make a new address: they go on with the same instrument. */
export function RespondentField({ choice }: { choice: InstrumentChoice | undefined }) {
  const key = respondentOf(choice);
  return key ? <input type="hidden" name="respondent" value={key} /> : null;
}

/** Whose answers the page shows, where a study asks more than one kind of people. */
export function InstrumentSwitch({ choice, to }: { choice: InstrumentChoice | undefined; to: string }) {
  const language = useLanguage();
  const { respondents } = useMessages();
  if (!choice) return null;
  const named = (key: string, respondent: Instrument["respondent"], title: Text) =>
    key === respondent ? respondents.names[respondent] : title[language];
  return (
    <nav className="instrument-switch" aria-label={respondents.label}>
      <span aria-hidden="true">{respondents.label}</span>
      <ul>
        {choice.options.map(({ key, respondent, title }) => (
          <li key={key}>
            <Link
              to={key === choice.main ? to : `${to}?respondent=${key}`}
              aria-current={key === choice.shown ? "page" : undefined}
              title={fill(respondents.only, { title: title[language] })}
            >
              {named(key, respondent, title)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
