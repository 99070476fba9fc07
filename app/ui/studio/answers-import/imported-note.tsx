import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../amount.ts";
import { AskOnce } from "../waves/ask-once.tsx";

export interface ImportedWave {
  file: string;
  when: string;
  by: string;
  rows: number;
  complete: boolean;
  /** A release has counted it. */
  released: boolean;
}

/** Where the answers of an imported wave come from, and the way back as long as no release has counted them. */
export function ImportedNote({ imported }: { imported: ImportedWave }) {
  const language = useLanguage();
  const { answersImport: words } = useMessages();
  const { file, when, by, rows } = imported;
  return (
    <section className="studio-section">
      <p>{fill(words.from, { n: grouped(language, rows), file, when, by })}</p>
      {imported.complete ? null : <p className="wave-warning">{words.unfinished}</p>}
      {imported.released ? (
        <p className="studio-hint">{words.released}</p>
      ) : (
        <AskOnce
          label={words.undo}
          lead={words.undoLead}
          intent="undo-import"
          yes={amount(language, { one: words.undoYes, other: words.undoYes }, rows)}
        />
      )}
    </section>
  );
}
