import { fill } from "#app/locales/language.ts";
import { percent } from "../studio/amount.ts";
import type { Differences } from "./differences.ts";
import type { Exhibit } from "./exhibit.ts";
import { ExhibitSection } from "./exhibit-section.tsx";
import type { Groups, Item, Reader } from "./figures.ts";
import { GroupKey } from "./group-key.tsx";
import { fixed, hiddenText, probability, sentences } from "./numbers.ts";
import type { Section } from "./overview-exhibits.ts";
import { ThemeFacts } from "./theme-facts.tsx";

interface ThemeSectionProps {
  exhibit: Exhibit;
  groups: Groups<Section>;
  reader: Reader;
  legend: boolean;
  differences?: Differences;
}

/** One theme: its score and verdict, how two groups differ on it, and its statements as an exhibit. */
export function ThemeSection({ exhibit, groups, reader, legend, differences }: ThemeSectionProps) {
  const { messages, language, k } = reader;
  const { results } = messages;
  const [first, second] = groups;
  const skipped = skippedText(second ? [first.items, second.items] : [first.items], reader);
  const difference = differences?.themes[first.code];
  return (
    <ExhibitSection exhibit={exhibit} reader={reader} legend={legend}>
      <div className={second ? "results-pair" : undefined}>
        {groups.map((group, index) => (
          <div key={index === 0 ? "a" : "b"}>
            {second ? <h3>{index === 0 ? results.filters.groupA : results.filters.groupB}</h3> : null}
            {group.result === undefined ? (
              index === 0 ? (
                <p>{results.unscored}</p>
              ) : null
            ) : group.result.shown ? (
              <ThemeFacts result={group.result} reader={reader} />
            ) : (
              <p className="results-hidden">{hiddenText(group.result.why, messages, k)}</p>
            )}
          </div>
        ))}
      </div>
      {difference ? (
        <p className="results-verdict">
          {sentences(language, [
            fill(results.themes.difference, {
              difference: fixed(difference.estimate, 2),
              low: fixed(difference.low, 2),
              high: fixed(difference.high, 2),
              p: probability(difference.p),
              adjusted: probability(difference.adjusted),
              m: differences?.tested ?? 0,
            }),
            results.themes.differenceWords[difference.verdict],
          ])}
        </p>
      ) : null}
      {skipped ? <p className="results-look">{skipped}</p> : null}
      <GroupKey reader={reader} />
    </ExhibitSection>
  );
}

/** More than this share of those asked: what the others would have said may change the picture. */
const muchSkipped = 0.2;

/** Items many passed over, where the gate tells how many did. */
function skippedText(groups: Groups<readonly Item[]>, { messages, language }: Reader): string {
  const { items: words } = messages.results;
  const { groupA, groupB, and } = messages.results.filters;
  const often = groups.flatMap((items, group) =>
    items.flatMap(({ text, result }) => {
      if (!result.shown || result.skipped === undefined) return [];
      const share = result.skipped / (result.n + (result.notApplicable ?? 0) + result.skipped);
      const name = groups.length > 1 ? `${group === 0 ? groupA : groupB} · ` : "";
      return share > muchSkipped
        ? [fill(words.skippedItem, { text: name + text[language], share: percent(language, share) })]
        : [];
    }),
  );
  return often.length > 0 ? fill(words.skippedOften, { items: often.join(and) }) : "";
}
