import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";

export interface Change {
  id: string;
  by: string;
  when: string;
  what: string;
}

/** Who changed what and when, the newest first. */
export function HistorySection({ history }: { history: Change[] }) {
  const { waves } = useMessages();
  return (
    <section className="studio-section">
      <h2>{waves.history}</h2>
      {history.length === 0 ? (
        <p>{waves.noHistory}</p>
      ) : (
        <>
          <p className="quiet-text">{waves.historyLead}</p>
          <ol className="studio-history">
            {history.map((one) => (
              <li key={one.id}>
                <p className="studio-hint">{fill(waves.historyOf, { when: one.when, by: one.by })}</p>
                <p>{one.what}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
