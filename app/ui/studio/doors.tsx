import { Link } from "@remix-run/react";
import type { Text } from "#app/locales/language.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { TableBox } from "./table-box.tsx";

interface DoorRow {
  slug: string;
  name: Text;
  url: string;
}

/** The links of a study, each with its code for posters; what came in through them is on the fieldwork board. */
export function DoorsSection({
  study,
  doors,
  researcher,
}: {
  study: string;
  doors: DoorRow[];
  /** Whether they may make the first one. */
  researcher: boolean;
}) {
  const { overview } = useMessages().studio;
  return (
    <section className="studio-section">
      <h2>{overview.links}</h2>
      {doors.length === 0 ? (
        <>
          <p>{overview.noLinks}</p>
          {researcher ? (
            <p className="wave-actions">
              <Link className="button" to={`/studio/${study}/instruments`}>
                {overview.toInstruments}
              </Link>
              <Link className="button quiet" to={`/studio/${study}/fieldwork/waves`}>
                {overview.toWaves}
              </Link>
            </p>
          ) : null}
        </>
      ) : (
        <>
          <p className="quiet-text">
            {overview.linksLead} <Link to={`/studio/${study}/fieldwork`}>{overview.toBoard}</Link>
          </p>
          <TableBox label={overview.links} wide>
            <table className="studio-doors studio-cards">
              <thead>
                <tr>
                  <th scope="col">{overview.group}</th>
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
  return (
    <tr>
      <th scope="row" className="whole">
        {name}
        <br />
        <a className="studio-address" href={door.url}>
          {door.url.replace(/^https?:\/\//, "")}
        </a>
      </th>
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
