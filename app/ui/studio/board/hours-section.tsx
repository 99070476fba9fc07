import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

/** Answers by hour of the day: for the whole wave, because an hour and a class together are one person. */
export function HoursSection({ hours, k }: { hours: (number | undefined)[] | undefined; k: number }) {
  const language = useLanguage();
  const { hours: says, doors } = useMessages().board;
  const told = hours?.flatMap((n, hour) => (n === undefined ? [] : [{ hour, n }])) ?? [];
  const fullest = told.reduce<{ hour: number; n: number } | undefined>(
    (most, one) => (one.n > (most?.n ?? 0) ? one : most),
    undefined,
  );
  const name = (hour: number) => fill(says.at, { from: hour, to: hour + 1 });
  const label = fullest && fill(says.label, { hour: fullest.hour, n: grouped(language, fullest.n) });
  return (
    <section className="studio-section">
      <h2>{says.title}</h2>
      <p className="quiet-text">
        {fill(says.lead, { k })} {hours ? null : says.none}
        {hours && !fullest ? fill(says.allHidden, { k }) : null}
      </p>
      {hours && fullest ? (
        <>
          <svg
            className="studio-days board-hours"
            viewBox="0 0 24 100"
            preserveAspectRatio="none"
            role="img"
            aria-label={label}
          >
            {told.map(({ hour, n }) => (
              <rect
                key={hour}
                className="studio-bar-fill"
                x={hour + 0.12}
                width={0.76}
                y={100 - (n / fullest.n) * 100}
                height={(n / fullest.n) * 100}
              />
            ))}
          </svg>
          <p className="board-clock" aria-hidden="true">
            {[0, 6, 12, 18, 24].map((hour) => (
              <span key={hour}>{hour}:00</span>
            ))}
          </p>
          <details className="studio-numbers">
            <summary>{says.table}</summary>
            <TableBox label={says.title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{says.hour}</th>
                    <th scope="col" className="number">
                      {doors.total}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {hours.map((n, hour) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour.
                    <tr key={hour} className={n === undefined ? "quiet-row" : undefined}>
                      <th scope="row">{name(hour)}</th>
                      <td className="number">{n === undefined ? doors.heldBack : grouped(language, n)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableBox>
          </details>
        </>
      ) : null}
    </section>
  );
}
