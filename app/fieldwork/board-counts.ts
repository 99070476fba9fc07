import type { Text } from "#app/locales/language.ts";
import type { ListMail } from "./dispositions.ts";
import type { DoorKind } from "./door.ts";

export interface BoardWave {
  id: string;
  number: number;
  name: Text;
  versionId: string;
  closesAt: string;
  /** Variable -> category -> percent. */
  targets: Record<string, Record<string, number>>;
  /** Its answers were given elsewhere. */
  imported?: boolean;
}
export interface BoardDoor {
  id: string;
  waveId: string;
  slug: string;
  name: Text;
  kind: DoorKind;
  cohort: Record<string, Text>;
  expected: number | null;
}
/** Invited people of one list: nothing in it depends on who used their link. */
export interface InvitedCounts {
  collectorId: string;
  invited: number;
  mail: ListMail;
}
/** Where a letter stands in the queue. */
export type MailState = "queued" | "sending" | "sent" | "failed" | "refused" | "unsure" | "cancelled";

/** Counts of questionnaires and letters of a study as they are: nobody sees them before the board has stepped them. */
export interface BoardCounts {
  /** The newest first. */
  waves: BoardWave[];
  doors: BoardDoor[];
  /** Sent ones that are there. */
  buckets: { collector_id: string; received_on: string; excluded: 0 | 1; n: number }[];
  /** Unfinished ones. */
  stops: { collectorId: string; page: string; open: number; gone: number }[];
  /** Withdrawn ones by door; null for those from before it was written down. */
  withdrawn: { collectorId: string | null; n: number }[];
  arrivals: { waveId: string; hour: number; n: number }[];
  invited: InvitedCounts[];
  /** Invitations by state. Reminders go to those who have not answered, and are not among them. */
  mail: { collectorId: string; state: MailState; n: number }[];
}

/** The counts of some waves of a study. Withdrawals without a door belong to the study, not to one of several waves. */
export function countsOf(counts: BoardCounts, waves: ReadonlySet<string>): BoardCounts {
  const doors = counts.doors.filter((one) => waves.has(one.waveId));
  const through = new Set(doors.map((one) => one.id));
  const whole = counts.waves.every((one) => waves.has(one.id));
  const here = (one: { collectorId: string }) => through.has(one.collectorId);
  return {
    waves: counts.waves.filter((one) => waves.has(one.id)),
    doors,
    buckets: whole ? counts.buckets : counts.buckets.filter((one) => through.has(one.collector_id)),
    stops: counts.stops.filter(here),
    withdrawn: counts.withdrawn.filter((one) =>
      one.collectorId === null ? whole : through.has(one.collectorId),
    ),
    arrivals: counts.arrivals.filter((one) => waves.has(one.waveId)),
    invited: counts.invited.filter(here),
    mail: counts.mail.filter(here),
  };
}
