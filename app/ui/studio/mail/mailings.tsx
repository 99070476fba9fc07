import { Form, Link } from "@remix-run/react";
import { usedStep } from "#app/fieldwork/mail-rules.ts";
import type { Messages } from "#app/locales/index.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";
import { moment } from "./moment.ts";

export type MailState = keyof Messages["mail"]["states"];

/** A letter to many with how far it is; null is more than none and fewer than the first step. */
export interface ShownMailing {
  id: string;
  kind: "invitation" | "reminder";
  subject: Text;
  createdAt: string;
  by: string;
  door: { slug: string; name: Text };
  counts: Record<MailState, number | null>;
  /** Null where it would tell whether there is anybody left to write to. */
  halted: boolean | null;
  moving: boolean;
}

interface MailingsSectionProps {
  study: string;
  outbox: { mailings: ShownMailing[]; timeZone: string };
}

const columns = ["queued", "sending", "sent", "failed", "refused", "unsure", "cancelled"] as const;

/** Every letter written, how far it is, and what can be done about it. */
export function MailingsSection({ study, outbox }: MailingsSectionProps) {
  const { states, outbox: words } = useMessages().mail;
  if (outbox.mailings.length === 0) {
    return (
      <>
        <p>{words.empty}</p>
        <p>
          <Link className="button quiet" to={`/studio/${study}/fieldwork/waves`}>
            {words.toDoors}
          </Link>
        </p>
      </>
    );
  }
  return (
    <section className="studio-section">
      <h2>{words.mailingsTitle}</h2>
      {outbox.mailings.some((one) => one.kind === "reminder") ? (
        <p className="studio-hint mail-text">{fill(words.steps, { step: usedStep })}</p>
      ) : null}
      {outbox.mailings.some((one) => one.counts.unsure !== 0) ? (
        <p className="studio-hint mail-text">{words.unsureNote}</p>
      ) : null}
      <TableBox label={words.mailingsTitle} wide>
        <table className="studio-cards mail-mailings">
          <thead>
            <tr>
              <th scope="col">{words.mailingLabel}</th>
              {columns.map((state) => (
                <th key={state} scope="col" className="number">
                  {states[state]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outbox.mailings.map((one) => (
              <MailingLine key={one.id} study={study} mailing={one} timeZone={outbox.timeZone} />
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

interface MailingLineProps {
  study: string;
  mailing: ShownMailing;
  timeZone: string;
}

function MailingLine({ study, mailing, timeZone }: MailingLineProps) {
  const language = useLanguage();
  const { kinds, states, outbox: words } = useMessages().mail;
  const name = fill(words.mailing, { kind: kinds[mailing.kind], door: mailing.door.name[language] });
  const says = (n: number | null) =>
    n === null
      ? fill(words.under, { step: usedStep })
      : mailing.kind === "reminder" && n > 0
        ? fill(words.atLeast, { n: grouped(language, n) })
        : grouped(language, n);
  const { counts } = mailing;
  const changes = [
    ...(counts.queued === 0
      ? []
      : [
          ...(mailing.halted === true ? [] : (["pause"] as const)),
          ...(mailing.halted === false ? [] : (["resume"] as const)),
          "cancel" as const,
        ]),
    ...(counts.failed === 0 ? [] : (["retry-failed"] as const)),
    ...(counts.unsure === 0 ? [] : (["retry-unsure"] as const)),
  ];
  return (
    <tr>
      <th scope="row" className="whole">
        <Link to={`/studio/${study}/fieldwork/doors/${mailing.door.slug}/invitations`}>{name}</Link>
        <span className="studio-hint mail-reason">
          {fill(words.created, { by: mailing.by, when: moment(language, timeZone, mailing.createdAt) })}
        </span>
        <span className="mail-reason">{mailing.subject[language]}</span>
        {changes.length > 0 ? (
          <Form method="post" className="mail-changes" preventScrollReset>
            <input type="hidden" name="mailing" value={mailing.id} />
            {changes.map((change) => (
              <button key={change} className="plain" type="submit" name="intent" value={change}>
                {words[change]}
                <span className="visually-hidden">{fill(words.ofMailing, { mailing: name })}</span>
              </button>
            ))}
          </Form>
        ) : null}
      </th>
      {columns.map((state) => (
        <td key={state} className="number" data-label={states[state]}>
          {says(counts[state])}
          {state === "queued" && mailing.halted ? (
            <span className="studio-hint mail-reason">{words.paused}</span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}
