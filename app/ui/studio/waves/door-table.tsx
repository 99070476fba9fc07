import { Link } from "@remix-run/react";
import type { DoorKind, DoorState } from "#app/fieldwork/door.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";
import { StateTag } from "./state-tag.tsx";

export interface DoorLine {
  slug: string;
  kind: DoorKind;
  name: Text;
  cohort: Record<string, Text>;
  expected: number | null;
  /** Null where it is held back. */
  received: number | null;
  url: string;
  state: DoorState;
  small: boolean;
}

interface DoorTableProps {
  study: string;
  label: string;
  doors: DoorLine[];
  /** Fewest people of whom results are published. */
  k: number;
  /** Fewest answers of which staff see how many they are. */
  staffK: number;
}

/** The doors of a wave: what they are, where they lead, how many were expected and came, and whether one may come in. */
export function DoorTable({ study, label, doors, k, staffK }: DoorTableProps) {
  const language = useLanguage();
  const { waves } = useMessages();
  const small = doors.filter((door) => door.small).length;
  const head = [waves.door, waves.kind, waves.link, waves.expected, waves.received, waves.state];
  return (
    <>
      {small > 0 ? <p className="wave-warning">{amount(language, waves.smallLead, small, { k })}</p> : null}
      <TableBox label={label} wide>
        <table className="studio-cards wave-doors">
          <thead>
            <tr>
              {head.map((one, at) => (
                <th key={one} scope="col" className={at === 3 || at === 4 ? "number" : undefined}>
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {doors.map((door) => (
              <DoorRow key={door.slug} study={study} door={door} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {doors.some((door) => door.received === null) ? (
        <p className="studio-hint">{fill(waves.underWhy, { k: staffK })}</p>
      ) : null}
    </>
  );
}

/** A link that breaks before its code, never within it. */
function ShortLink({ url }: { url: string }) {
  const typed = url.replace(/^https?:\/\//, "");
  const at = typed.lastIndexOf("/") + 1;
  return (
    <span className="wave-link">
      {typed.slice(0, at)}
      <wbr />
      <span className="nowrap">{typed.slice(at)}</span>
    </span>
  );
}

function DoorRow({ study, door }: { study: string; door: DoorLine }) {
  const language = useLanguage();
  const { waves } = useMessages();
  // The class itself is the door's name already.
  const others = Object.values(door.cohort)
    .map((value) => value[language])
    .filter((value) => value !== door.name[language]);
  return (
    <tr>
      <th scope="row" className="whole">
        <Link className="row-link" to={`/studio/${study}/fieldwork/doors/${door.slug}`}>
          {door.name[language]}
        </Link>
        {others.length > 0 ? <span className="wave-cohort">{others.join(" · ")}</span> : null}
      </th>
      <td>{waves.kinds[door.kind]}</td>
      <td className="whole">{door.kind === "imported" ? null : <ShortLink url={door.url} />}</td>
      <td className="number" data-label={waves.expected}>
        {door.expected === null ? "–" : grouped(language, door.expected)}
        {door.small ? <span className="studio-flag">{waves.small}</span> : null}
      </td>
      <td className={door.received === null ? "number quiet" : "number"} data-label={waves.received}>
        {door.received === null ? waves.under : grouped(language, door.received)}
      </td>
      <td>
        <StateTag state={door.state} />
      </td>
    </tr>
  );
}
