import type { DifferenceClass } from "#app/instrument/difference-classes.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import type { DifferenceCard } from "./difference-card.ts";
import { DifferenceHead } from "./difference-head.tsx";

type Decided = DifferenceCard & { decided: DifferenceClass; reason: string; by: string };

/** What a version changed and what was decided about it, by whom and why. */
export function DecidedList({ differences }: { differences: Decided[] }) {
  const { versions } = useMessages();
  if (differences.length === 0) return null;
  return (
    <details className="studio-section">
      <summary>
        {versions.decisions} <span className="version-count">{differences.length}</span>
      </summary>
      <ol className="version-differences">
        {differences.map((one) => (
          <li key={one.key}>
            <DifferenceHead one={one} />
            <p>
              <strong>
                {one.decided === one.proposed
                  ? versions.classes[one.decided]
                  : fill(versions.decidedFrom, {
                      proposed: versions.classes[one.proposed],
                      decided: versions.classes[one.decided],
                    })}
              </strong>
              {one.reason ? ` – ${one.reason}` : ""} <span className="quiet-text">{one.by}</span>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
