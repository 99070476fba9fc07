import { Link } from "@remix-run/react";
import type { Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { TableBox } from "../table-box.tsx";

interface UndeliveredProps {
  study: string;
  outbox: {
    undelivered: { id: string; email: string; reason: string; byHand: boolean; slug: string; door: Text }[];
  };
}

/** Addresses that take no mail, and why. */
export function Undelivered({ study, outbox }: UndeliveredProps) {
  const language = useLanguage();
  const { outbox: words, people } = useMessages().mail;
  const { undelivered } = outbox;
  return (
    <section className="studio-section">
      <h2>{words.undeliveredTitle}</h2>
      <p className="quiet-text">{undelivered.length > 0 ? words.undeliveredLead : words.undeliveredNone}</p>
      {undelivered.length > 0 ? (
        <TableBox label={words.undeliveredTitle} wide>
          <table className="studio-cards">
            <thead>
              <tr>
                <th scope="col">{words.email}</th>
                <th scope="col">{words.reason}</th>
                <th scope="col">{words.door}</th>
              </tr>
            </thead>
            <tbody>
              {undelivered.map((one) => (
                <tr key={one.id}>
                  <th scope="row" className="whole mail-address">
                    {one.email}
                  </th>
                  <td data-label={words.reason}>{one.byHand ? people.markedByHand : one.reason}</td>
                  <td data-label={words.door}>
                    <Link
                      className="row-link"
                      to={`/studio/${study}/fieldwork/doors/${one.slug}/invitations?${new URLSearchParams({ search: one.email })}`}
                    >
                      {one.door[language]}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      ) : null}
    </section>
  );
}
