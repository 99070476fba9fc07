import { Link } from "@remix-run/react";
import { type UsedShown, usedStep } from "#app/fieldwork/mail-rules.ts";
import type { Messages } from "#app/locales/index.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

export type PersonState = keyof Messages["mail"]["people"]["states"];

/** A list as far as anybody may see it. */
export interface ShownList {
  slug: string;
  name: Text;
  total: number;
  addresses: number;
  states: Record<PersonState, number>;
  used: UsedShown;
}

interface ListLeadProps {
  list: ShownList;
  said: {
    done?: "saved" | "changed" | "tooLate" | undefined;
    added?: number | undefined;
    left?: number | undefined;
  };
}

/** What just happened, how many are on the list, and how many used their link, as far as that may be told. */
export function ListLead({ list, said }: ListLeadProps) {
  const language = useLanguage();
  const { people, import: words } = useMessages().mail;
  return (
    <>
      {said.added === undefined ? null : (
        <p role="status" className="mail-said">
          {fill(said.left ? words.doneWithout : words.done, {
            added: grouped(language, said.added),
            left: grouped(language, said.left ?? 0),
          })}
        </p>
      )}
      {said.done ? (
        <p role="status" className="mail-said">
          {people[said.done]}
        </p>
      ) : null}
      {list.total === 0 ? (
        <p>{people.empty}</p>
      ) : (
        <p>
          {amount(language, people.lead, list.total)} {usedSentence(people, list.used)}
        </p>
      )}
      {list.total > 0 && list.addresses === 0 ? <p>{people.erased}</p> : null}
      {list.total > 0 ? <p className="studio-hint">{people.anonymous}</p> : null}
    </>
  );
}

function usedSentence(words: Messages["mail"]["people"], used: UsedShown): string {
  const n = used.is === "about" ? used.atLeast : used.is === "most" ? used.moreThan : 0;
  return fill(words.used[used.is], { n, step: usedStep, twice: 2 * usedStep });
}

/** Where to go from a list. */
export function ListWays({ study, list }: { study: string; list: ShownList }) {
  const { ways } = useMessages().mail.people;
  const fieldwork = `/studio/${study}/fieldwork`;
  const here = `${fieldwork}/doors/${list.slug}/invitations`;
  const has = list.addresses > 0;
  return (
    <p className="studio-ways mail-ways">
      <Link className={has ? "button quiet" : "button"} to={`${here}/import`}>
        {ways.import}
      </Link>
      {has ? (
        <>
          <Link
            className={list.states.new > 0 ? "button" : "button quiet"}
            to={`${here}/letter?kind=invitation`}
          >
            {ways.invitation}
          </Link>
          <Link className="button quiet" to={`${here}/letter?kind=reminder`}>
            {ways.reminder}
          </Link>
        </>
      ) : null}
      <Link className="studio-back" to={`${fieldwork}/outbox`}>
        {ways.outbox}
      </Link>
      <Link className="studio-back" to={`${fieldwork}/waves`}>
        {ways.doors}
      </Link>
    </p>
  );
}

/** How mail to the list went. The states add up to everybody on it. */
export function ListStates({ list }: { list: ShownList }) {
  const language = useLanguage();
  const { people } = useMessages().mail;
  const states = Object.keys(people.states) as PersonState[];
  return (
    <TableBox label={people.state}>
      <table className="mail-states">
        <thead>
          <tr>
            <th scope="col">{people.state}</th>
            <th scope="col" className="number">
              {people.number}
            </th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state}>
              <th scope="row">{people.states[state]}</th>
              <td className="number">{grouped(language, list.states[state])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{people.total}</th>
            <td className="number">{grouped(language, list.total)}</td>
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}
