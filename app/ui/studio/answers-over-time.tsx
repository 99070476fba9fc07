import type { AnswersOverTime } from "#app/fieldwork/answers-over-time.ts";
import { fill, formatDay } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { grouped } from "./amount.ts";
import { TableBox } from "./table-box.tsx";

export function AnswersOverTimeSection({ overTime }: { overTime: AnswersOverTime }) {
  const language = useLanguage();
  const { overview } = useMessages().studio;
  const { periods, span } = overTime;
  const most = Math.max(...periods.map((one) => one.n));
  const fullest = periods.find((one) => one.n === most);
  const first = periods[0];
  const last = periods.at(-1);
  if (!fullest || !first || !last) return null;
  const name = (one: { from: string; to: string }) =>
    one.from === one.to
      ? formatDay(one.from, language)
      : `${formatDay(one.from, language)}–${formatDay(one.to, language)}`;
  const label = fill(overview.overTimeLabel, {
    from: formatDay(first.from, language),
    to: formatDay(last.to, language),
    day: name(fullest),
    n: grouped(language, most),
  });
  return (
    <section className="studio-section">
      <h2>{overview.overTime}</h2>
      <p className="quiet-text">
        {overview.overTimePeriods[span]} · {label} {overview.overTimeNote}
      </p>
      <svg
        className="studio-days"
        viewBox={`0 0 ${Math.max(periods.length, 14)} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${overview.overTime}: ${label}`}
      >
        {periods.map((one, index) => (
          <rect
            key={one.from}
            className="studio-bar-fill"
            x={index + 0.12}
            width={0.76}
            y={100 - (one.n / most) * 100}
            height={(one.n / most) * 100}
          />
        ))}
      </svg>
      <details className="studio-numbers">
        <summary>{overview.asTable}</summary>
        <TableBox label={overview.overTime}>
          <table>
            <thead>
              <tr>
                <th scope="col">{overview.day}</th>
                <th scope="col" className="number">
                  {overview.answersColumn}
                </th>
              </tr>
            </thead>
            <tbody>
              {periods.toReversed().map((one) => (
                <tr key={one.from}>
                  <th scope="row">{name(one)}</th>
                  <td className="number">{grouped(language, one.n)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </details>
    </section>
  );
}
