import type { Messages } from "#app/locales/index.ts";
import { useMessages } from "../../language.tsx";
import type { NamedFinding } from "./check-data.ts";
import { FindingList } from "./finding-list.tsx";
import { groupOf } from "./finding-words.ts";

/** What must change, then, folded, what might be looked at again. */
export function CheckFindings({ findings, editor }: { findings: NamedFinding[]; editor: string }) {
  const { checks } = useMessages();
  const errors = findings.filter((one) => one.severity === "error");
  const hints = findings.filter((one) => one.severity === "hint");
  const groups = (Object.keys(checks.groups) as (keyof Messages["checks"]["groups"])[])
    .map((group) => ({ group, findings: hints.filter((one) => groupOf(one.code) === group) }))
    .filter((one) => one.findings.length > 0);
  return (
    <>
      {errors.length > 0 ? (
        <section className="studio-section check-errors" aria-labelledby="check-errors">
          <h2 id="check-errors">{checks.errorsTitle}</h2>
          <FindingList findings={errors} editor={editor} />
        </section>
      ) : null}
      {hints.length > 0 ? (
        <section className="studio-section" aria-labelledby="check-hints">
          <h2 id="check-hints">{checks.hintsTitle}</h2>
          <p className="quiet-text">{checks.hintsLead}</p>
          {groups.map((one) => (
            <details key={one.group} className="studio-numbers">
              <summary>
                {checks.groups[one.group]} <span className="studio-beside">{one.findings.length}</span>
              </summary>
              <FindingList findings={one.findings} editor={editor} />
            </details>
          ))}
        </section>
      ) : null}
    </>
  );
}
