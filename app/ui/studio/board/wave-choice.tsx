import { Form } from "@remix-run/react";
import type { BoardPage } from "#app/fieldwork/board-page.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { RespondentField } from "../instrument-switch.tsx";

interface WaveChoiceProps {
  page: BoardPage;
  /** Address of the same numbers as a file. */
  file: string;
  stale: boolean;
}

/** Which wave is looked at, when, and the way to take the numbers along. */
export function WaveChoice({ page, file, stale }: WaveChoiceProps) {
  const language = useLanguage();
  const { board: says, answersImport, studio } = useMessages();
  return (
    <div className="board-tools">
      {page.waves.length > 1 ? (
        // A wave chosen anew mounts the form anew, so that the list shows what the page shows.
        <Form method="get" className="board-waves" key={page.chosen}>
          <label htmlFor="wave">{says.waves}</label>
          <select id="wave" name="wave" defaultValue={String(page.chosen)}>
            {page.waves.map((one) => (
              <option key={one.number} value={one.number}>
                {one.name[language]}
              </option>
            ))}
            <option value="all">{says.allWaves}</option>
          </select>
          <RespondentField choice={page.choice} />
          <button type="submit" className="quiet">
            {says.choose}
          </button>
        </Form>
      ) : null}
      {page.imported && page.imported.length > 0 ? (
        <p className="studio-hint">
          {fill(answersImport.note, {
            waves: page.imported.map((name) => name[language]).join(studio.overview.listComma),
          })}
        </p>
      ) : null}
      <p className={stale ? "board-as-of studio-look" : "board-as-of"}>
        {stale
          ? fill(says.still, { time: page.asOf })
          : `${fill(says.asOf, { time: page.asOf })}${says.stop} ${says.live}`}
      </p>
      <p>
        <a className="board-way" href={file} download>
          {says.download}
        </a>
      </p>
    </div>
  );
}
