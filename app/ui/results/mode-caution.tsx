import { Link } from "@remix-run/react";
import { examMode } from "#app/results/exam-mode.ts";
import { mostConditions } from "#app/results/filter.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { type Asked, searchOf, without } from "./address.ts";
import type { FilterVariable } from "./filter-words.ts";
import { useResultsPlace } from "./results-place.tsx";

const { mode, year } = examMode;

interface ModeCautionProps {
  asked: Asked;
  variables: FilterVariable[];
  /** The variable whose groups are set side by side. */
  by?: string | undefined;
}

/** Where on-site and remote are told apart: why that is no experiment, and the same view within one exam year. */
export function ModeCaution({ asked, variables, by }: ModeCautionProps) {
  const { results, groups: words } = useMessages();
  const { caution } = results;
  const place = useResultsPlace();
  const language = useLanguage();
  const groups = [asked.first, ...(asked.second ? [asked.second] : [])];
  if (by !== mode && !groups.some((filter) => filter[mode])) return null;
  const within = new Set(groups.map((filter) => filter[year]?.join(" ")));
  const oneYear = within.size === 1 && groups[0]![year]?.length === 1;
  const room = groups.every((filter) => Object.keys(filter).length < mostConditions || filter[year]);
  const years = variables.find((one) => one.code === year)?.categories ?? [];
  const { second: _, order: __, more: ___, ...kept } = asked;
  const report = searchOf({ ...kept, first: without(without(asked.first, mode), year) });
  const inYear = (code: string): Asked => ({
    ...asked,
    first: { ...asked.first, [year]: [code] },
    ...(asked.second && { second: { ...asked.second, [year]: [code] } }),
  });
  return (
    <div className="results-caution">
      <p>{oneYear ? caution.within : caution.mode}</p>
      {!oneYear && room && years.length > 0 ? (
        <nav aria-label={caution.compare}>
          <span>{caution.compare}</span>
          {years.map(({ code, label }) => (
            <Link key={code} className="results-way" to={searchOf(inYear(code))} preventScrollReset>
              {label[language]}
            </Link>
          ))}
        </nav>
      ) : null}
      {place ? (
        <Link
          className="results-way"
          to={`/studio/${place.head.study.slug}/results/modes${report === "." ? "" : report}`}
        >
          {words.modes.title}
        </Link>
      ) : null}
    </div>
  );
}
