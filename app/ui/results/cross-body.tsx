import { examMode } from "#app/results/exam-mode.ts";
import type { Asked } from "./address.ts";
import type { CrossData } from "./cross-data.ts";
import { crossExhibits } from "./cross-exhibits.ts";
import { CrossForm } from "./cross-form.tsx";
import { ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";
import type { FilterVariable } from "./filter-words.ts";
import { ModeCaution } from "./mode-caution.tsx";

interface CrossBodyProps {
  data: CrossData;
  asked: Asked;
  variables: FilterVariable[];
  reader: Reader;
}

/** Which two questions, and what came of them. */
export function CrossBody({ data, asked, variables, reader }: CrossBodyProps) {
  const exhibits = crossExhibits(data, reader);
  const modes = [data.row, data.column].includes(examMode.mode);
  return (
    <>
      <CrossForm data={data} asked={asked} />
      {exhibits.length > 0 ? (
        <ModeCaution asked={asked} variables={variables} by={modes ? examMode.mode : undefined} />
      ) : null}
      {exhibits.map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} />
      ))}
    </>
  );
}
