/** A wall-clock time as a browser's datetime-local field writes it: YYYY-MM-DDTHH:mm, without a zone. */
export type LocalTime = string;

const localTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,3})?)?$/;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * What clocks at a place show at a moment, to the minute.
 * @throws RangeError for a zone that does not exist or a time that is none
 */
export function localTimeIn(timeZone: string, time: Date): LocalTime {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(time)
      .map(({ type, value }): [string, string] => [type, value]),
  );
  const part = (type: string) => parts.get(type) ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The moment at which clocks at a place show a time, as ISO-8601 UTC. Where the hour is lived twice because clocks go
 * back, the first of the two.
 * @returns undefined when it is no time at all, or falls into the hour that clocks skip when they go forward
 */
export function momentOf(timeZone: string, local: LocalTime): string | undefined {
  const match = localTime.exec(local);
  if (!match) return undefined;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const asIfUtc = Date.UTC(year, month - 1, day, hour, minute);
  const wanted = new Date(asIfUtc).toISOString().slice(0, 16);
  // 31 February and 25 o'clock would roll over into another day.
  if (wanted !== local.slice(0, 16)) return undefined;
  // A zone is never more than a day from UTC, and changes its clocks at most once within two.
  const offsets = [-1, 1].map((days) => {
    const near = asIfUtc + days * 86_400_000;
    return Date.parse(`${localTimeIn(timeZone, new Date(near))}Z`) - near;
  });
  const found = offsets
    .map((offset) => new Date(asIfUtc - offset))
    .filter((time) => localTimeIn(timeZone, time) === wanted)
    .sort((a, b) => a.getTime() - b.getTime());
  return found[0]?.toISOString();
}
