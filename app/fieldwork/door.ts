/** Whether one may come in: decided by the server's clock alone. */
export type DoorState = "early" | "open" | "paused" | "grace" | "closed" | "full";

/**
 * An open link; a code for one class or college; or a list of invited people with a link each. What was imported came
 * through a door that leads nowhere.
 */
export type DoorKind = "open" | "class" | "list" | "imported";

export interface DoorTimes {
  opensAt: string;
  closesAt: string;
  graceMinutes: number;
  paused: boolean;
  /** This door closed by hand, whatever its wave does. */
  closed: boolean;
}

/**
 * The state of a collector now. In the grace window nobody new may start, but pages already open may still be sent;
 * such answers are marked late.
 * @param full whether as many have answered as the collector takes
 */
export function doorState(times: DoorTimes, full: boolean, now: Date): DoorState {
  const time = now.getTime();
  const closes = Date.parse(times.closesAt);
  if (times.closed) return "closed";
  if (time < Date.parse(times.opensAt)) return "early";
  if (time >= closes + times.graceMinutes * 60_000) return "closed";
  if (time >= closes) return "grace";
  if (times.paused) return "paused";
  return full ? "full" : "open";
}

/** The hour of the day at a place, 0–23. */
export function hourIn(timeZone: string, now: Date): number {
  let format = hourFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
    hourFormats.set(timeZone, format);
  }
  return Number(format.format(now));
}
const hourFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at a place, as YYYY-MM-DD. */
export function dayIn(timeZone: string, now: Date): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    dayFormats.set(timeZone, format);
  }
  return format.format(now);
}
const dayFormats = new Map<string, Intl.DateTimeFormat>();
