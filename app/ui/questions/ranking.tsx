import { fill } from "#app/locales/language.ts";
import { partsOf } from "#app/questions/base.ts";
import { placesOf, type RankingItem } from "#app/questions/ranking.ts";
import { rowMark } from "./choices.tsx";
import type { Look } from "./look.ts";
import { Question } from "./question.tsx";

/** A list of places beside each option. Where there is script, tapping an option gives it the next place instead. */
export const Ranking: Look<RankingItem> = (look) => {
  const { item, given, language, words, problem } = look;
  const places = placesOf(item);
  const parts = partsOf(given);
  const isAll = places === item.options.length;
  return (
    <Question look={look} role="group" hint={fill(isAll ? words.rankAll : words.rankSome, { count: places })}>
      <div
        className="choices"
        data-ranking={places}
        data-hint={fill(isAll ? words.rankTapAll : words.rankTapSome, { count: places })}
        data-place={words.place}
      >
        {item.options.map((option, index) => (
          <div key={option.code} className="rank" {...rowMark(option)}>
            <label className="choice">
              <span>{option.label[language]}</span>
              <select
                name={`${item.code}.${option.code}`}
                defaultValue={parts.get(option.code) ?? ""}
                aria-invalid={problem ? true : undefined}
                // biome-ignore lint/a11y/noAutofocus: after an error, the field in question is where the reader is
                autoFocus={!!problem && index === 0}
              >
                <option value="">–</option>
                {Array.from({ length: places }, (_, at) => at + 1).map((place) => (
                  <option key={place} value={place}>
                    {fill(words.place, { place })}
                  </option>
                ))}
              </select>
            </label>
          </div>
        ))}
      </div>
    </Question>
  );
};
