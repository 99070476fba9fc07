import { Link } from "@remix-run/react";
import { type Asked, searchOf } from "./address.ts";
import { ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";
import { type WeightsData, weightsExhibits } from "./weights-exhibits.ts";
import { isPooled } from "./weights-words.ts";
import "./weights.css";

interface WeightsBodyProps {
  data: WeightsData;
  asked: Asked;
  reader: Reader;
}

/** Weighted beside unweighted, and under it what weighting cannot do. */
export function WeightsBody({ data, asked, reader }: WeightsBodyProps) {
  const { weights: words } = reader.messages;
  const exhibits = weightsExhibits(data, reader);
  const first = exhibits.find(({ figure }) => figure?.kind === "diverging");
  if (!data.weighted)
    return (
      <div className="results-refused" role="status">
        <p>{words.filtered}</p>
        <p>
          <Link className="results-way" to={searchOf({ ...asked, first: {}, second: undefined })}>
            {words.whole}
          </Link>
        </p>
      </div>
    );
  return (
    <>
      {exhibits.length > 0 && !asked.withoutSuspects ? (
        <p>
          <Link
            className="results-way"
            to={searchOf({ first: {}, withoutSuspects: true })}
            preventScrollReset
          >
            {words.withoutSuspects}
          </Link>
        </p>
      ) : null}
      {exhibits.map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} legend={exhibit === first} />
      ))}
      {data.weighted.weights.made ? (
        <section className="studio-section" aria-labelledby="limits">
          <h2 id="limits">{words.limits.title}</h2>
          {words.limits.body.map((sentence) => (
            <p className="results-reading" key={sentence}>
              {sentence}
            </p>
          ))}
          {isPooled(data.weighted.weights) ? <p className="results-reading">{words.limits.pooled}</p> : null}
        </section>
      ) : null}
    </>
  );
}
