import { Form } from "@remix-run/react";
import { filterToSearch } from "#app/results/filter.ts";
import { useLanguage, useMessages } from "../language.tsx";
import type { Asked } from "./address.ts";
import type { FilterVariable } from "./filter-words.ts";

interface GroupsFormProps {
  by: string;
  asked: Asked;
  variables: readonly FilterVariable[];
}

const sections = ["people", "certificate", "other"] as const;

/** By which question people are grouped. Who is selected, and which theme is looked at, stays. */
export function GroupsForm({ by, asked, variables }: GroupsFormProps) {
  const { groups, results } = useMessages();
  const language = useLanguage();
  const theme = asked.more?.theme;
  return (
    <Form method="get" className="groups-by" preventScrollReset>
      <p className="studio-field">
        <label htmlFor="groups-by">{groups.by}</label>
        {/* A new address is a new choice. */}
        <select id="groups-by" name="by" defaultValue={by} key={by}>
          {sections.map((section) => {
            const some = variables.filter((one) => one.section === section);
            return some.length === 0 ? null : (
              <optgroup label={results.filters[section]} key={section}>
                {some.map(({ code, short }) => (
                  <option key={code} value={code}>
                    {short[language]}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
      </p>
      {[...filterToSearch(asked.first)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
      ))}
      {asked.respondent ? <input type="hidden" name="respondent" value={asked.respondent} /> : null}
      {asked.withoutSuspects ? <input type="hidden" name="suspects" value="without" /> : null}
      {theme ? <input type="hidden" name="theme" value={theme} /> : null}
      <button type="submit" className="plain">
        {groups.compare}
      </button>
    </Form>
  );
}

/** What the address carries beside the filter, as fields of the filter's own form. */
export function HiddenFields({ more }: Pick<Asked, "more">) {
  return (
    <>
      {Object.entries(more ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
    </>
  );
}
