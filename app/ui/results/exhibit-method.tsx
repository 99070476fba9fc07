import { fill, formatDay } from "#app/locales/language.ts";
import { citations } from "#app/statistics/citations.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { grouped } from "../studio/amount.ts";
import type { Exhibit } from "./exhibit.ts";
import { useResultsPlace } from "./results-place.tsx";
import { whoWords } from "./who-words.ts";

/** How an exhibit was computed: in words, of whom, from which publications, and of which answers. */
export function ExhibitMethod({ exhibit }: { exhibit: Exhibit }) {
  const { method, n } = exhibit;
  const messages = useMessages();
  const language = useLanguage();
  const place = useResultsPlace();
  const { exhibits } = messages;
  const { methodParts: parts, view } = exhibits;
  const head = place?.head;
  return (
    <details className="results-method">
      <summary>{exhibits.method}</summary>
      <dl>
        {method.formula.length > 0 ? (
          <div>
            <dt>{parts.formula}</dt>
            {method.formula.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
          </div>
        ) : null}
        <div>
          <dt>{parts.base}</dt>
          <dd>{method.base}</dd>
        </div>
        <div>
          <dt>{parts.missing}</dt>
          <dd>{method.missing}</dd>
        </div>
        {method.statistics.length > 0 ? (
          <div>
            <dt>{parts.sources}</dt>
            {method.statistics.map((name) => (
              <dd key={name}>
                {citations[name].name[language]}
                {exhibits.file.colon}
                <cite>{citations[name].reference}</cite>
              </dd>
            ))}
          </div>
        ) : null}
        {head ? (
          <div>
            <dt>{parts.view}</dt>
            <dd>
              {[
                fill(view.who, { who: whoWords(head, messages, language, exhibit) }),
                ...(n === undefined ? [] : [fill(view.n, { n: grouped(language, n) })]),
                ...(head.day ? [fill(view.day, { day: formatDay(head.day, language) })] : []),
                fill(view.k, { k: head.k }),
                ...(head.strict ? [view.strict] : []),
              ].join(exhibits.file.join)}
            </dd>
          </div>
        ) : null}
      </dl>
    </details>
  );
}
