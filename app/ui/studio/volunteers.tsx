import { Form, Link } from "@remix-run/react";
import { fill, formatDay, type Language } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { TableBox } from "./table-box.tsx";

interface VolunteersRoom {
  volunteers: { id: string; name: string; contact: string; language: Language }[];
  /** YYYY-MM-DD */
  keepUntil: string;
  /** Where people leave a contact. */
  address: string | undefined;
  removed: boolean;
}

export function VolunteersLead({ room }: { room: VolunteersRoom }) {
  const language = useLanguage();
  const words = useMessages().survey.volunteers;
  const count = room.volunteers.length;
  return (
    <>
      {room.removed ? <p role="status">{words.removed}</p> : null}
      <p>{count > 0 ? fill(words.lead, { count }) : words.empty}</p>
      {room.address ? (
        <p>
          {count > 0 ? `${words.address} ` : null}
          <a className="studio-address" href={room.address}>
            {room.address}
          </a>
        </p>
      ) : null}
      {count > 0 ? <p>{fill(words.until, { date: formatDay(room.keepUntil, language) })}</p> : null}
    </>
  );
}

/** The list, a text to copy, and ways to erase one or all. */
export function Volunteers({ room, asked }: { room: VolunteersRoom; asked: boolean }) {
  const words = useMessages().survey.volunteers;
  const { volunteers } = room;
  if (volunteers.length === 0) return null;
  if (asked) return <ConfirmErasing count={volunteers.length} />;
  return (
    <>
      <TableBox label={words.title}>
        <table className="studio-cards">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.contact}</th>
              <th scope="col">{words.language}</th>
              <th scope="col">{words.remove}</th>
            </tr>
          </thead>
          <tbody>
            {volunteers.map((one) => (
              <tr key={one.id}>
                <th scope="row" className="whole">
                  {one.name}
                </th>
                <td data-label={words.contact}>{one.contact}</td>
                <td data-label={words.language}>{words.languages[one.language]}</td>
                <td className="whole">
                  <Form method="post">
                    <input type="hidden" name="intent" value="delete" />
                    <input type="hidden" name="id" value={one.id} />
                    <button
                      className="quiet"
                      type="submit"
                      aria-label={fill(words.removeOne, { name: one.name })}
                    >
                      {words.remove}
                    </button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <section className="studio-section">
        <h2>{words.copyTitle}</h2>
        <div className="studio-field">
          <label htmlFor="copy">{words.copyHint}</label>
          <textarea
            id="copy"
            readOnly
            rows={Math.min(8, volunteers.length + 1)}
            value={volunteers.map((one) => `${one.name}\t${one.contact}`).join("\n")}
          />
        </div>
        <Form method="post">
          <input type="hidden" name="intent" value="deleteAll" />
          <button className="quiet" type="submit">
            {words.removeAll}
          </button>
        </Form>
      </section>
    </>
  );
}

function ConfirmErasing({ count }: { count: number }) {
  const words = useMessages().survey.volunteers;
  return (
    <section className="studio-section" role="alert">
      <h2>{words.confirmTitle}</h2>
      <p>{fill(words.confirm, { count })}</p>
      <Form method="post" className="studio-filters">
        <input type="hidden" name="intent" value="deleteAll" />
        <button type="submit" name="confirm" value="yes">
          {words.yes}
        </button>
        <Link className="button quiet" to=".">
          {words.keep}
        </Link>
      </Form>
    </section>
  );
}
