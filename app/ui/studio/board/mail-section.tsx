import { Link } from "@remix-run/react";
import type { Board } from "#app/fieldwork/board.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import type { StudyHead } from "../study-head.ts";

const troubles = ["refused", "failed", "unsure", "queued"] as const;

/** Invitations that have not arrived: how many, never whose. */
export function MailSection({ mail, study }: { mail: Board["mail"]; study: StudyHead }) {
  const language = useLanguage();
  const { mail: says } = useMessages().board;
  const shown = [...troubles.filter((state) => mail[state]), ...(mail.sent ? (["sent"] as const) : [])];
  const any = Object.keys(mail).length > 0;
  return (
    <section className="studio-section">
      <h2>{says.title}</h2>
      {any ? <p className="quiet-text">{says.lead}</p> : <p>{says.none}</p>}
      {any && !troubles.some((state) => mail[state]) ? <p>{says.allWell}</p> : null}
      {shown.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{says.state}</th>
              <th scope="col" className="number">
                {says.letters}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((state) => (
              <tr key={state}>
                <th scope="row">{says.states[state]}</th>
                <td className="number">{grouped(language, mail[state] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {any && study.role === "researcher" ? (
        <p>
          <Link className="board-way" to={`/studio/${study.slug}/fieldwork/outbox`}>
            {says.toOutbox}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
