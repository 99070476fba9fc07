import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { TableBox } from "../table-box.tsx";
import type { MailState, ShownMailing } from "./mailings.tsx";
import { moment } from "./moment.ts";
import { Pager } from "./pager.tsx";

interface OutboxLinesProps {
  study: string;
  outbox: {
    mailings: ShownMailing[];
    lines: {
      id: string;
      email: string | null;
      state: MailState;
      attempts: number;
      nextAt: string | null;
      problem: string | null;
      sentOn: string | null;
    }[];
    more: boolean;
    chosen: { mailing?: string | undefined; state?: MailState | undefined; page: number };
    timeZone: string;
  };
}

/** The letters of invitations, one for each person. Those of reminders are only counted. */
export function OutboxLines({ study, outbox }: OutboxLinesProps) {
  const language = useLanguage();
  const { states, outbox: words } = useMessages().mail;
  const here = `/studio/${study}/fieldwork/outbox`;
  const { mailing, state, page } = outbox.chosen;
  const at = (page: number) =>
    `${here}?${new URLSearchParams({
      ...(mailing ? { mailing } : {}),
      ...(state ? { state } : {}),
      ...(page > 1 ? { page: String(page) } : {}),
    })}`;
  return (
    <section className="studio-section">
      <h2>{words.lettersTitle}</h2>
      <p className="quiet-text">{words.lettersLead}</p>
      <OutboxFilter study={study} outbox={outbox} />
      {outbox.lines.length === 0 ? (
        <p>{words.noLetters}</p>
      ) : (
        <TableBox label={words.lettersTitle} wide>
          <table className="studio-cards mail-lines">
            <thead>
              <tr>
                <th scope="col">{words.email}</th>
                <th scope="col">{words.stateLabel}</th>
                <th scope="col">{words.sentOn}</th>
                <th scope="col" className="number">
                  {words.tries}
                </th>
                <th scope="col">{words.problem}</th>
              </tr>
            </thead>
            <tbody>
              {outbox.lines.map((one) => (
                <tr key={one.id}>
                  <th scope="row" className="whole mail-address">
                    <Link className="row-link" to={`${here}/${one.id}`}>
                      {one.email ?? words.erased}
                    </Link>
                  </th>
                  <td data-label={words.stateLabel}>
                    {states[one.state]}
                    {one.state === "queued" && one.attempts > 0 && one.nextAt ? (
                      <span className="studio-hint mail-reason">
                        {fill(words.nextTry, { when: moment(language, outbox.timeZone, one.nextAt) })}
                      </span>
                    ) : null}
                  </td>
                  <td className="nowrap" data-label={words.sentOn}>
                    {one.sentOn ?? "–"}
                  </td>
                  <td className="number" data-label={words.tries}>
                    {one.attempts}
                  </td>
                  <td data-label={words.problem}>{one.problem ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <Pager
        label={words.pages}
        newer={page > 1 ? { to: at(page - 1), text: words.newer } : undefined}
        older={outbox.more ? { to: at(page + 1), text: words.older } : undefined}
      />
    </section>
  );
}

function OutboxFilter({ study, outbox }: OutboxLinesProps) {
  const language = useLanguage();
  const { states, kinds, outbox: words } = useMessages().mail;
  const { mailing = "", state = "" } = outbox.chosen;
  const invitations = outbox.mailings.filter((one) => one.kind === "invitation");
  return (
    <Form
      key={`${mailing} ${state}`}
      className="studio-filters"
      method="get"
      action={`/studio/${study}/fieldwork/outbox`}
    >
      <div className="studio-field">
        <label htmlFor="mailing">{words.mailingLabel}</label>
        <select id="mailing" name="mailing" defaultValue={mailing}>
          <option value="">{words.allMailings}</option>
          {invitations.map((one) => (
            <option key={one.id} value={one.id}>
              {`${fill(words.mailing, { kind: kinds[one.kind], door: one.door.name[language] })} · ${moment(language, outbox.timeZone, one.createdAt)}`}
            </option>
          ))}
        </select>
      </div>
      <div className="studio-field">
        <label htmlFor="state">{words.stateLabel}</label>
        <select id="state" name="state" defaultValue={state}>
          <option value="">{words.allStates}</option>
          {(Object.keys(states) as MailState[]).map((one) => (
            <option key={one} value={one}>
              {states[one]}
            </option>
          ))}
        </select>
      </div>
      <button className="quiet" type="submit">
        {words.filter}
      </button>
    </Form>
  );
}
