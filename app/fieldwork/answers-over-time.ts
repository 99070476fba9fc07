const day = 86_400_000;
/** More bars than this are a hedge, not a chart. */
const mostBars = 92;

export interface Period {
  /** First and last day, YYYY-MM-DD. */
  from: string;
  to: string;
  n: number;
}
export interface AnswersOverTime {
  /** How many days one period is: 1, or 7, or 28 where the collection took long. */
  span: 1 | 7 | 28;
  periods: Period[];
}

/**
 * Answers per day from the first to the last day that brought any, days without answers as 0; per week or four weeks
 * when that is too many to read. Long periods end with the newest day, so that the newest one is whole.
 * @param days day and count, in the order of days
 */
export function answersOverTime(days: readonly { day: string; n: number }[]): AnswersOverTime {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return { span: 1, periods: [] };
  const number = (text: string) => Date.parse(text) / day;
  const text = (at: number) => new Date(at * day).toISOString().slice(0, 10);
  const end = number(last.day);
  const length = end - number(first.day) + 1;
  const span = length <= mostBars ? 1 : length <= mostBars * 7 ? 7 : 28;
  const periods = Array.from({ length: Math.ceil(length / span) }, (_, back) => ({
    from: text(end - back * span - span + 1),
    to: text(end - back * span),
    n: 0,
  })).reverse();
  for (const one of days) {
    const back = Math.floor((end - number(one.day)) / span);
    const period = periods[periods.length - 1 - back];
    if (period) period.n += one.n;
  }
  return { span, periods };
}
