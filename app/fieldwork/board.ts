import type { Text } from "#app/locales/language.ts";
import { type AnswersOverTime, answersOverTime } from "./answers-over-time.ts";
import { type BoardCounts, type BoardDoor, countsOf } from "./board-counts.ts";
import { type ResponseRates, responseRates } from "./dispositions.ts";
import type { DoorKind } from "./door.ts";
import { addStages, type Ledger, type LedgerLine, ledgerOf, lineOf, type Stages } from "./ledger.ts";
import { type Funnel, pageFunnel } from "./page-funnel.ts";
import { steppedDoors, tellsNothingNew } from "./stepped-doors.ts";
import { hoursOfAll, steppedHours } from "./stepped-hours.ts";

/** A number that is told, or undefined where it is held back. */
type Told<T> = T | undefined;

export interface BoardDoorRow {
  slug: string;
  name: Text;
  kind: DoorKind;
  expected: number | null;
  line: Told<LedgerLine>;
  /** Class codes: answers as a share 0..1 of the class list; undefined where there is none, or it is held back. */
  share: Told<number>;
}
export interface CohortRow {
  code: string;
  label: Text;
  expected: number | null;
  line: Told<LedgerLine>;
}
export interface ListRow {
  slug: string;
  name: Text;
  /** few: held back like the door's line · mismatch: more happened than people are on the list · nobody: empty list */
  result: ResponseRates | "few" | "mismatch" | "nobody";
}
export interface BoardNumbers {
  ledger: Ledger;
  today: number;
  overTime: AnswersOverTime;
  funnel: Funnel;
  doors: BoardDoorRow[];
  /** All doors that are held back, together: the total tells this anyway. */
  heldBack: { doors: number; line: LedgerLine } | undefined;
  /** Sums over doors. `apart`: every value has one door, and the doors say it all. */
  cohorts: { variable: string; apart: boolean; rows: CohortRow[]; counted: Told<number> }[];
  /** 24 numbers, by hour of the day in the study's time zone; undefined while none has been written down. */
  hours: Told<number>[] | undefined;
}
export interface Board {
  /** Undefined while all answers are of one class, and fewer than k. */
  numbers: BoardNumbers | undefined;
  /** Waves that are not in it because they are of one class with fewer than k answers. */
  leftOut: { number: number; name: Text }[];
  lists: ListRow[];
  /** Invitations; reminders are left to the outbox. */
  mail: Partial<Record<BoardCounts["mail"][number]["state"], number>>;
}

interface Looking {
  /** Id of a wave, or all of them. */
  wave: string | "all";
  k: number;
  /** YYYY-MM-DD in the study's time zone. */
  today: string;
  /** Codes of the pages in the instrument's order. */
  pages: readonly string[];
}

/** What members of a study may see of its fieldwork: every number of a class has passed `shownCells`. */
export function boardOf(study: BoardCounts, { wave, k, today, pages }: Looking): Board {
  const chosen = study.waves.filter((one) => wave === "all" || one.id === wave);
  const waves = chosen.map((one) => stepWave(countsOf(study, new Set([one.id])), k));
  const leftOut = waves.filter((one) => one.isOneSmallClass);
  const told = new Set(
    chosen.filter((one) => !leftOut.some((left) => left.wave === one.id)).map(({ id }) => id),
  );
  const counts = countsOf(study, told);
  const shown = new Set(waves.flatMap((one) => [...one.shown]));
  const mail: Board["mail"] = {};
  for (const { state, n } of countsOf(study, new Set(chosen.map(({ id }) => id))).mail)
    mail[state] = (mail[state] ?? 0) + n;
  return {
    numbers: told.size > 0 ? numbersOf(counts, waves, shown, { k, today, pages }) : undefined,
    leftOut: chosen.filter(({ id }) => !told.has(id)).map(({ number, name }) => ({ number, name })),
    lists: chosen.flatMap(({ id }) =>
      study.doors
        .filter((door) => door.waveId === id && door.kind === "list")
        .map((door) => listRow(study, door, shown)),
    ),
    mail,
  };
}

interface SteppedWave {
  wave: string;
  shown: Set<string>;
  together: Set<string>[];
  isOneSmallClass: boolean;
  hours: Told<number>[] | undefined;
}

/** Each wave by itself: what "all waves" shows of a door must not differ from what its own wave shows. */
function stepWave(counts: BoardCounts, k: number): SteppedWave {
  const cells = counts.doors.map((door) => ({
    id: door.id,
    n: receivedThrough(counts, door),
    guarded: door.kind !== "open",
    expected: door.expected,
    cohort: Object.fromEntries(Object.entries(door.cohort).map(([variable, value]) => [variable, value.en])),
  }));
  const { shown, together } = steppedDoors(cells, k);
  const only = cells.length === 1 ? cells[0] : undefined;
  return {
    wave: counts.waves[0]?.id ?? "",
    shown,
    together,
    isOneSmallClass: only !== undefined && !shown.has(only.id),
    hours: steppedHours(counts.arrivals, k),
  };
}

const receivedThrough = (counts: BoardCounts, door: BoardDoor) =>
  sum(counts.buckets.filter((one) => one.collector_id === door.id));
const sum = (rows: readonly { n: number }[]) => rows.reduce((total, one) => total + one.n, 0);

function stagesOf(counts: BoardCounts, { id }: BoardDoor): Stages {
  const sent = counts.buckets.filter((one) => one.collector_id === id);
  return {
    partial: counts.stops.reduce((n, one) => n + (one.collectorId === id ? one.open + one.gone : 0), 0),
    counted: sum(sent.filter((one) => one.excluded === 0)),
    excluded: sum(sent.filter((one) => one.excluded === 1)),
    withdrawn: sum(counts.withdrawn.filter((one) => one.collectorId === id)),
  };
}

function numbersOf(
  counts: BoardCounts,
  waves: readonly SteppedWave[],
  shown: ReadonlySet<string>,
  { k, today, pages }: Omit<Looking, "wave">,
): BoardNumbers {
  const stages = new Map(counts.doors.map((door) => [door.id, stagesOf(counts, door)]));
  const through = (doors: readonly BoardDoor[]) =>
    lineOf(addStages(doors.flatMap(({ id }) => stages.get(id) ?? [])));
  const byDay = new Map<string, number>();
  for (const { received_on, n } of counts.buckets) byDay.set(received_on, (byDay.get(received_on) ?? 0) + n);
  const days = [...byDay].map(([day, n]) => ({ day, n })).sort((a, b) => (a.day < b.day ? -1 : 1));
  const byPage = new Map<string, { page: string; open: number; gone: number }>();
  for (const { page, open, gone } of counts.stops) {
    const known = byPage.get(page) ?? { open: 0, gone: 0 };
    byPage.set(page, { page, open: known.open + open, gone: known.gone + gone });
  }
  const withdrawn = sum(counts.withdrawn);
  const funnel = pageFunnel(pages, [...byPage.values()], sum(days) + withdrawn);
  const held = counts.doors.filter((door) => !shown.has(door.id));
  return {
    ledger: ledgerOf({
      doors: [...stages.values()],
      doorless: sum(counts.withdrawn.filter((one) => one.collectorId === null)),
      byDay: days,
      withdrawn,
      started: funnel.started,
      byPage: [...byPage.values()],
    }),
    today: byDay.get(today) ?? 0,
    overTime: answersOverTime(days),
    funnel,
    doors: counts.doors.map((door) => {
      const line = shown.has(door.id) ? through([door]) : undefined;
      const share = line && door.kind === "class" && door.expected !== null && door.expected >= k;
      return {
        slug: door.slug,
        name: door.name,
        kind: door.kind,
        expected: door.expected,
        line,
        share: share ? (line.counted + line.excluded) / (door.expected ?? 1) : undefined,
      };
    }),
    heldBack: held.length > 0 ? { doors: held.length, line: through(held) } : undefined,
    cohorts: cohortsOf(
      counts,
      waves.flatMap((one) => one.together),
      through,
      k,
    ),
    hours: hoursOfAll(waves.map((one) => one.hours)),
  };
}

/** Sums over the doors of a college, a campus, …, and over all doors that have one. */
function cohortsOf(
  { doors }: BoardCounts,
  together: readonly Set<string>[],
  through: (doors: readonly BoardDoor[]) => LedgerLine,
  k: number,
): BoardNumbers["cohorts"] {
  const variables = [...new Set(doors.flatMap((door) => Object.keys(door.cohort)))].sort();
  const known = (members: readonly BoardDoor[]) =>
    tellsNothingNew(new Set(members.map(({ id }) => id)), together);
  return variables.map((variable) => {
    const groups = new Map<string, BoardDoor[]>();
    for (const door of doors) {
      const value = door.cohort[variable]?.en;
      if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), door]);
    }
    const rows = [...groups].map(([code, members]): CohortRow => {
      const line = through(members);
      const expected = members.every((one) => one.expected !== null)
        ? members.reduce((n, one) => n + (one.expected ?? 0), 0)
        : null;
      const enough = line.counted + line.excluded >= k;
      return {
        code,
        label: members[0]?.cohort[variable] ?? { "zh-CN": code, en: code },
        expected,
        line: known(members) && enough ? line : undefined,
      };
    });
    const all = [...groups.values()].flat();
    return {
      variable,
      apart: all.length === groups.size,
      rows,
      counted: known(all) ? through(all).counted : undefined,
    };
  });
}

function listRow(counts: BoardCounts, door: BoardDoor, shown: ReadonlySet<string>): ListRow {
  const { slug, name } = door;
  const invited = counts.invited.find((one) => one.collectorId === door.id);
  if (!invited || invited.invited === 0) return { slug, name, result: "nobody" };
  if (!shown.has(door.id)) return { slug, name, result: "few" };
  const { counted, excluded, partial, withdrawn } = stagesOf(counts, door);
  const result = responseRates({ ...invited, received: counted + excluded, partial, withdrawn });
  return { slug, name, result: result ?? "mismatch" };
}
