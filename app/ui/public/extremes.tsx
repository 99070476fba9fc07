import { ranked, type ShownItem } from "#app/briefs/findings.ts";
import type { Release } from "#app/briefs/release.ts";
import { shareText } from "#app/briefs/shown.ts";
import { countText } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";

/** The two statements of each scored theme that were rated best and lowest, with interval and base. */
export function Extremes({ release, language }: { release: Release; language: Language }) {
  const { brief, publicPage } = messagesIn(language);
  const { table } = brief;
  const themes = release.themes
    .map((theme) => ({ theme, items: ranked(theme.items) }))
    .filter(({ items }) => items.length > 2);
  if (themes.length === 0) return null;
  return (
    <section aria-labelledby="items">
      <h2 id="items">{brief.sections.items}</h2>
      <p>{publicPage.itemsLead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls inside on a phone, by keyboard too. */}
      <div className="scroll" role="region" aria-label={publicPage.itemsLead} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{table.item}</th>
              <th scope="col">{brief.favourable}</th>
              <th scope="col">{table.interval}</th>
              <th scope="col">{table.n}</th>
            </tr>
          </thead>
          {themes.map(({ theme, items }) => (
            <tbody key={theme.code}>
              <tr>
                <th colSpan={4} scope="rowgroup">
                  {theme.title[language]}
                </th>
              </tr>
              {ends(items).map((item) => (
                <tr key={item.code}>
                  <th scope="row">
                    {item.text[language]}
                    {item.reverse ? <span className="quiet">{brief.reversed}</span> : null}
                  </th>
                  <td>{shareText(item.result.favourable.share)}</td>
                  <td>{intervalText(item)}</td>
                  <td>{countText(item.result.n)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

/** First and last of a list that is sorted by favour: two of each where there are at least four. */
const ends = (items: ShownItem[]) =>
  items.length < 4 ? [items[0]!, items.at(-1)!] : [...items.slice(0, 2), ...items.slice(-2)];

function intervalText({ result }: ShownItem): string {
  const { low, high } = result.favourable;
  return low === undefined || high === undefined ? "–" : `${shareText(low)}–${shareText(high)}`;
}
