import type { Text } from "#app/locales/language.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { grouped } from "./amount.ts";
import { TableBox } from "./table-box.tsx";

interface DoorRow {
  slug: string;
  name: Text;
  url: string;
  expected: number | null;
  received: number;
  unfinished: number;
}

/** The links of a study: who came in through each, and its code for posters. */
export function DoorsSection({ study, doors }: { study: string; doors: DoorRow[] }) {
  const { overview } = useMessages().studio;
  return (
    <section className="studio-section">
      <h2>{overview.links}</h2>
      {doors.length === 0 ? (
        <p>{overview.noLinks}</p>
      ) : (
        <>
          <p className="quiet-text">{overview.linksLead}</p>
          <TableBox label={overview.links} wide>
            <table className="studio-doors studio-cards">
              <thead>
                <tr>
                  <th scope="col">{overview.group}</th>
                  <th scope="col" className="number">
                    {overview.received}
                  </th>
                  <th scope="col" className="number">
                    {overview.expected}
                  </th>
                  <th scope="col" className="number">
                    {overview.unfinished}
                  </th>
                  <th scope="col">{overview.qr}</th>
                </tr>
              </thead>
              <tbody>
                {doors.map((door) => (
                  <DoorLine key={door.slug} study={study} door={door} />
                ))}
              </tbody>
            </table>
          </TableBox>
        </>
      )}
    </section>
  );
}

function DoorLine({ study, door }: { study: string; door: DoorRow }) {
  const language = useLanguage();
  const { overview } = useMessages().studio;
  const name = door.name[language];
  const qr = `/studio/${study}/qr?door=${door.slug}`;
  const number = (n: number) => grouped(language, n);
  return (
    <tr>
      <th scope="row" className="whole">
        {name}
        <br />
        <a className="studio-address" href={door.url}>
          {door.url.replace(/^https?:\/\//, "")}
        </a>
      </th>
      <td className="number" data-label={overview.received}>
        {number(door.received)}
      </td>
      <td className="number" data-label={overview.expected}>
        {door.expected === null ? "–" : number(door.expected)}
      </td>
      <td className="number" data-label={overview.unfinished}>
        {number(door.unfinished)}
      </td>
      <td className="whole">
        <div className="studio-qr">
          <img
            src={`${qr}&format=svg`}
            width="72"
            height="72"
            loading="lazy"
            alt={fill(overview.qrOf, { name })}
          />
          {["svg", "png"].map((format) => (
            <a key={format} href={`${qr}&format=${format}&download`}>
              {format.toUpperCase()}
              <span className="visually-hidden">{fill(overview.downloadOf, { name })}</span>
            </a>
          ))}
        </div>
      </td>
    </tr>
  );
}
