import { meaningField, targetField, wasField } from "#app/interchange/answers-form.ts";
import { fill, type Language, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import "./answers-import.css";

interface Column {
  heading: string;
  target: string;
  examples: string[];
  meanings: { answer: string; label: Text }[];
  values: { value: string; answer: string }[];
}

export interface MappingProps {
  columns: Column[];
  places: { target: string; text: Text; option?: Text | undefined }[];
  counts: { answered: number; lost: number }[];
}

/** Each column of the file: what it is taken for, and what its values mean. */
export function Mapping({ columns, places, counts }: MappingProps) {
  const language = useLanguage();
  const { answersImport: words } = useMessages();
  return (
    <ol className="answers-columns">
      {columns.map((column, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file's columns are known by their place, and two may be called alike
        <li key={at} className={column.target === "" ? "answers-ignored" : undefined}>
          <div>
            <p className="answers-heading">{column.heading}</p>
            {column.examples.length > 0 ? <p className="quiet-text">{column.examples.join(" · ")}</p> : null}
            {column.target !== "" && (counts[at]?.answered ?? 0) > 0 ? (
              <p className={counts[at]!.lost > 0 ? "studio-look" : "quiet-text"}>
                {words.answered} {grouped(language, counts[at]!.answered)}
                {counts[at]!.lost > 0 ? ` · ${words.lost} ${grouped(language, counts[at]!.lost)}` : ""}
              </p>
            ) : null}
          </div>
          <div>
            <TargetChoice column={column} at={at} places={places} />
            <Values column={column} at={at} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Long enough to know a question by; the column's own words stand beside it. */
const short = (text: string) => (text.length > 36 ? `${text.slice(0, 35)}…` : text);

const placeWords = ({ target, text, option }: MappingProps["places"][number], language: Language) =>
  `${target} ${short(option ? option[language] : text[language])}`;

function TargetChoice({
  column,
  at,
  places,
}: {
  column: Column;
  at: number;
  places: MappingProps["places"];
}) {
  const language = useLanguage();
  const { answersImport: words } = useMessages();
  return (
    <>
      <input type="hidden" name={wasField(at)} value={column.target} />
      <select
        name={targetField(at)}
        defaultValue={column.target}
        aria-label={fill(words.targetOf, { column: column.heading })}
      >
        <option value="">{words.ignore}</option>
        <option value="day">{words.day}</option>
        <option value="language">{words.language}</option>
        <optgroup label={words.questions}>
          {places.map((place) => (
            <option key={place.target} value={place.target}>
              {placeWords(place, language)}
            </option>
          ))}
        </optgroup>
      </select>
    </>
  );
}

function Values({ column, at }: { column: Column; at: number }) {
  const language = useLanguage();
  const { answersImport: words } = useMessages();
  if (column.values.length === 0) return null;
  const unknown = column.values.some(({ answer }) => answer === "");
  return (
    <details className="answers-values" open={unknown}>
      <summary>{words.values}</summary>
      <dl>
        {column.values.map(({ value, answer }) => (
          <div key={value}>
            <dt>{value}</dt>
            <dd>
              <select
                name={meaningField(at, value)}
                defaultValue={answer}
                aria-label={fill(words.valueIs, { value, column: column.heading })}
              >
                <option value="">{words.missing}</option>
                {column.meanings.map((one) => (
                  <option key={one.answer} value={one.answer}>
                    {one.label[language]}
                  </option>
                ))}
              </select>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
