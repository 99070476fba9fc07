import { useLanguage, useMessages } from "../language.tsx";
import type { Asked } from "./address.ts";
import { conditionWords, type FilterVariable } from "./filter-words.ts";

/** One question as a condition: closed it says what is chosen, open it lists its options, in one or two columns of ticks. */
export function VariableChoice({ variable, asked }: { variable: FilterVariable; asked: Asked }) {
  const messages = useMessages();
  const language = useLanguage();
  const { filters } = messages.results;
  const { code, short, categories } = variable;
  const groups = [
    { prefix: "f", name: filters.groupA, filter: asked.first },
    ...(asked.second ? [{ prefix: "g", name: filters.groupB, filter: asked.second }] : []),
  ];
  const comparing = groups.length > 1;
  const chosen = groups.flatMap(({ name, filter }) =>
    conditionWords({ [code]: filter[code] ?? [] }, [variable], messages, language).map((words) =>
      comparing ? `${name}${filters.colon}${words.options}` : words.options,
    ),
  );
  return (
    <details className={chosen.length > 0 ? "results-variable results-variable-set" : "results-variable"}>
      <summary>
        <span className="results-variable-name">{short[language]}</span>
        <span className="results-variable-chosen">{chosen.join(filters.and) || filters.all}</span>
      </summary>
      {comparing ? (
        <p className="results-option results-option-head" aria-hidden="true">
          {groups.map(({ name }) => (
            <span className="results-tick" key={name}>
              {name}
            </span>
          ))}
        </p>
      ) : null}
      {categories.map((option) =>
        comparing ? (
          <div className="results-option" key={option.code}>
            {groups.map(({ prefix, name, filter }) => (
              <label className="results-tick" key={prefix}>
                <input
                  type="checkbox"
                  name={`${prefix}.${code}`}
                  value={option.code}
                  defaultChecked={filter[code]?.includes(option.code)}
                />
                <span className="visually-hidden">{`${name}${filters.colon}${option.label[language]}`}</span>
              </label>
            ))}
            <span aria-hidden="true">{option.label[language]}</span>
          </div>
        ) : (
          <label className="results-option" key={option.code}>
            <span className="results-tick">
              <input
                type="checkbox"
                name={`f.${code}`}
                value={option.code}
                defaultChecked={asked.first[code]?.includes(option.code)}
              />
            </span>
            <span>{option.label[language]}</span>
          </label>
        ),
      )}
    </details>
  );
}
