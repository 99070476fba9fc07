import { fill, type Language } from "#app/locales/language.ts";
import type { Distribution } from "#app/results/quality-distribution.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped, percent } from "../amount.ts";
import { ShareBar } from "../share-bar.tsx";

interface DistributionsProps {
  /** Undefined where too few responses have them. */
  pace: Distribution | undefined;
  runs: Distribution | undefined;
  k: number;
}

/** How fast people answered and how long their runs were: a table each, its bars beside the numbers. */
export function Distributions({ pace, runs, k }: DistributionsProps) {
  const { distributions } = useMessages().quality;
  return (
    <section className="studio-section" aria-labelledby="distributions">
      <h2 id="distributions">{distributions.title}</h2>
      {pace || runs ? null : <p>{fill(distributions.few, { k })}</p>}
      <div className="quality-pair">
        {pace ? <Bars of={pace} caption={distributions.pace} edge={(_, value) => String(value)} /> : null}
        {runs ? <Bars of={runs} caption={distributions.runs} edge={percent} /> : null}
      </div>
    </section>
  );
}

interface BarsProps {
  of: Distribution;
  caption: string;
  edge: (language: Language, value: number) => string;
}

function Bars({ of: { n, edges, counts }, caption, edge }: BarsProps) {
  const language = useLanguage();
  const { distributions } = useMessages().quality;
  const label = (at: number) => {
    const [from, to] = [edges[at] ?? 0, edges[at + 1]];
    if (to === undefined) return fill(distributions.from, { from: edge(language, from) });
    const ends = { from: edge(language, from), to: edge(language, to) };
    return fill(at === 0 ? distributions.upTo : distributions.between, ends);
  };
  const most = Math.max(1, ...counts);
  return (
    <table className="studio-funnel quality-bars">
      <caption>
        {caption} <span className="quiet-text">n = {grouped(language, n)}</span>
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{distributions.people}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {counts.map((count, at) => (
          <tr key={edges[at]}>
            <th scope="row" className="nowrap">
              {label(at)}
            </th>
            <td className="number">{grouped(language, count)}</td>
            <td className="quality-bar">
              <ShareBar share={count / most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
