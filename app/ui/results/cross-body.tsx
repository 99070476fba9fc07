import { examMode } from "#app/results/exam-mode.ts";
import type { Asked } from "./address.ts";
import type { CrossData } from "./cross-data.ts";
import { crossExhibits } from "./cross-exhibits.ts";
import { CrossForm } from "./cross-form.tsx";
import { ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";

interface CrossBodyProps {
  data: CrossData;
  asked: Asked;
  reader: Reader;
}

/** Which two questions, and what came of them. */
export function CrossBody({ data, asked, reader }: CrossBodyProps) {
  const { caution } = reader.messages.results;
  const exhibits = crossExhibits(data, reader);
  const modes = [data.row, data.column].includes(examMode.mode) && exhibits.length > 0;
  const oneYear = asked.first[examMode.year]?.length === 1;
  return (
    <>
      <CrossForm data={data} asked={asked} />
      {modes ? (
        <div className="results-caution">
          <p>{oneYear ? caution.within : caution.mode}</p>
        </div>
      ) : null}
      {exhibits.map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} />
      ))}
    </>
  );
}
