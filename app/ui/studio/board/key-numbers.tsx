import type { BoardNumbers } from "#app/fieldwork/board.ts";
import type { BoardPage } from "#app/fieldwork/board-page.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped, percent } from "../amount.ts";

/** The three numbers people come for, each with what it rests on. */
export function KeyNumbers({ page, numbers }: { page: BoardPage; numbers: BoardNumbers }) {
  const language = useLanguage();
  const { key } = useMessages().board;
  const { board: says } = useMessages();
  const { started, complete, counted, excluded } = numbers.ledger.total;
  const number = (n: number) => grouped(language, n);
  const { median } = page;
  const facts = [
    {
      name: key.answers,
      value: number(counted + excluded),
      note: numbers.today === 0 ? says.todayNone : amount(language, says.today, numbers.today),
    },
    {
      name: key.finished,
      value: percent(language, complete / started),
      note: fill(key.finishedNote, { complete: number(complete), started: number(started) }),
    },
    {
      name: key.minutes,
      value: median
        ? fill(key.minutesUnit, {
            n: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(median.minutes),
          })
        : "–",
      note: median ? fill(key.minutesNote, { n: number(median.n) }) : fill(key.few, { k: page.k }),
    },
  ];
  return (
    <dl className="board-key">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            <span>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
