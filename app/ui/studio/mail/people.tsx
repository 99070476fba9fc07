import { Form, Link } from "@remix-run/react";
import { fill, isLanguage } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { TableBox } from "../table-box.tsx";
import type { PersonState, ShownList } from "./list-head.tsx";
import { Pager } from "./pager.tsx";

interface ShownPerson {
  id: string;
  email: string;
  name: string | null;
  language: string;
  state: PersonState;
  undeliverable: string | null;
  byHand: boolean;
  written: boolean;
}

interface PeopleSectionProps {
  study: string;
  list: ShownList & { people: ShownPerson[]; search: string; page: number; more: boolean };
}

/** Everybody on the list by address, with what can be changed about each. */
export function PeopleSection({ study, list }: PeopleSectionProps) {
  const { people } = useMessages().mail;
  const here = `/studio/${study}/fieldwork/doors/${list.slug}/invitations`;
  const at = (page: number) => {
    const query = new URLSearchParams({
      ...(list.search ? { search: list.search } : {}),
      ...(page > 1 ? { page: String(page) } : {}),
    });
    return query.size > 0 ? `${here}?${query}` : here;
  };
  return (
    <section className="studio-section">
      <h2>{people.listTitle}</h2>
      <Form key={list.search} className="studio-filters" method="get" action={here}>
        <div className="studio-field">
          <label htmlFor="search">{people.search}</label>
          <input id="search" name="search" type="search" maxLength={100} defaultValue={list.search} />
        </div>
        <button className="quiet" type="submit">
          {people.find}
        </button>
        {list.search ? (
          <Link className="studio-clear" to={here}>
            {people.all}
          </Link>
        ) : null}
      </Form>
      {list.people.length === 0 ? (
        <p>{people.none}</p>
      ) : (
        <TableBox label={people.listTitle} wide>
          <table className="studio-cards mail-people">
            <thead>
              <tr>
                <th scope="col">{people.email}</th>
                <th scope="col">{people.name}</th>
                <th scope="col">{people.language}</th>
                <th scope="col">{people.state}</th>
                <th scope="col">{people.change}</th>
              </tr>
            </thead>
            <tbody>
              {list.people.map((one) => (
                <PersonLine key={one.id} person={one} />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <Pager
        label={people.pages}
        newer={list.page > 1 ? { to: at(list.page - 1), text: people.newer } : undefined}
        older={list.more ? { to: at(list.page + 1), text: people.older } : undefined}
      />
    </section>
  );
}

function PersonLine({ person }: { person: ShownPerson }) {
  const { people } = useMessages().mail;
  const changes = [
    ...(person.written || person.state === "optedOut" ? [] : (["remove"] as const)),
    ...(person.state === "undeliverable" ? (["unmark"] as const) : (["mark"] as const)),
  ];
  return (
    <tr>
      <th scope="row" className="whole mail-address">
        {person.email}
      </th>
      <td data-label={people.name}>{person.name ?? "–"}</td>
      <td data-label={people.language}>
        {isLanguage(person.language) ? people.languages[person.language] : person.language}
      </td>
      <td data-label={people.state}>
        {people.states[person.state]}
        {person.undeliverable ? (
          <span className="studio-hint mail-reason">
            {person.byHand ? people.markedByHand : person.undeliverable}
          </span>
        ) : null}
      </td>
      <td className="whole">
        <Form method="post" className="mail-changes" preventScrollReset>
          <input type="hidden" name="person" value={person.id} />
          {changes.map((change) => (
            <button key={change} className="plain" type="submit" name="intent" value={change}>
              {people[change]}
              <span className="visually-hidden">{fill(people.ofPerson, { email: person.email })}</span>
            </button>
          ))}
        </Form>
      </td>
    </tr>
  );
}
