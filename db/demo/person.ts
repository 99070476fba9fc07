import type { Answers } from "#app/questions/kind.ts";
import type { DemoDoor } from "./colleges.ts";
import type { Draw } from "./draw.ts";

export type Theme = "CUR" | "EXM" | "CAR" | "SUP";
export type Screening = "taken" | "preparing" | "none";
export type Mode = "site" | "remote" | "mixed" | "oth";

/** An invented student: what they would say about themselves if they skipped nothing, and what moves their answers. */
export interface Person {
  door: DemoDoor;
  screening: Screening;
  grade: "y1" | "y2" | "y3" | "y4" | "grad";
  certificate: string;
  level: "elem" | "inter" | "adv" | "dk";
  /** Year and mode of the exam; only those who took one have them. */
  year: number;
  mode: Mode;
  attempts: "1" | "2" | "3p";
  result: "pass" | "fail" | "wait" | "pns";
  hours: "h1" | "h2" | "h3" | "h4" | "h5";
  internship: "no" | "now" | "done";
  /** Latent attitudes, standard normal before groups and exam mode move them. */
  attitude: Record<Theme, number>;
  /** Tendency to agree whatever is asked, in scale points. */
  yes: number;
  /** Chance of leaving a question out. */
  skips: number;
  careless: false | "straight" | "random";
  english: boolean;
}

const grades: Record<string, Record<Person["grade"], number>> = {
  early: { y1: 0, y2: 0, y3: 0, y4: 0.06, grad: 0.94 },
  "2023": { y1: 0, y2: 0, y3: 0.4, y4: 0.1, grad: 0.5 },
  "2024": { y1: 0, y2: 0.42, y3: 0.46, y4: 0.02, grad: 0.1 },
  "2025": { y1: 0.14, y2: 0.52, y3: 0.32, y4: 0.02, grad: 0 },
};
/** Remote exams belong to the years of closed campuses. */
const remoteShare: Record<number, number> = { 2019: 0.02, 2020: 0.66, 2021: 0.6, 2022: 0.48, 2023: 0.1 };

export function drawPerson(draw: Draw, doors: readonly DemoDoor[]): Person {
  const door = doors[
    Number(draw.weighted(Object.fromEntries(doors.map((one, index) => [index, one.share]))))
  ] as DemoDoor;
  const screening = draw.weighted({ taken: 0.82, preparing: 0.12, none: 0.06 });
  const year = Number(
    draw.weighted({
      "2019": 0.05,
      "2020": 0.11,
      "2021": 0.18,
      "2022": 0.15,
      "2023": 0.16,
      "2024": 0.19,
      "2025": 0.16,
    }),
  );
  const grade =
    screening === "taken"
      ? draw.weighted(grades[year < 2023 ? "early" : String(year)] as (typeof grades)["early"])
      : draw.weighted({ y1: 0.42, y2: 0.4, y3: 0.14, y4: 0.01, grad: screening === "none" ? 0.12 : 0 });
  const level = draw.weighted(door.level) as Person["level"];
  const remote = remoteShare[year] ?? 0.04;
  const mode = draw.weighted({ site: 0.93 - remote, remote, mixed: 0.055, oth: 0.015 });
  const result = draw.weighted({
    pass: 0.78,
    fail: level === "adv" ? 0.24 : 0.13,
    wait: year === 2025 ? 0.3 : 0,
    pns: 0.03,
  });
  const attempts = draw.weighted({ "1": 0.84, "2": 0.13, "3p": 0.03 });
  const hours = draw.weighted(
    level === "adv"
      ? { h1: 0.02, h2: 0.12, h3: 0.28, h4: 0.36, h5: 0.22 }
      : level === "inter"
        ? { h1: 0.06, h2: 0.24, h3: 0.36, h4: 0.25, h5: 0.09 }
        : { h1: 0.16, h2: 0.38, h3: 0.29, h4: 0.13, h5: 0.04 },
  );
  const internship = draw.weighted(
    grade === "grad"
      ? { no: 0.05, now: 0.07, done: 0.88 }
      : grade === "y3" || grade === "y4"
        ? { no: 0.22, now: 0.48, done: 0.3 }
        : { no: 0.86, now: 0.08, done: 0.06 },
  );
  const person = { door, screening, grade, level, year, mode, attempts, result, hours, internship };
  return {
    ...person,
    certificate: draw.weighted(door.certificate),
    attitude: drawAttitude(person, draw),
    yes: 0.12 + 0.22 * draw.normal(),
    skips: draw.chance(0.12) ? 0.08 + 0.22 * draw.unit() : 0.025 * draw.unit() + 0.01,
    careless: draw.chance(0.04) ? (draw.chance(0.6) ? "straight" : "random") : false,
    english: draw.chance(0.05),
  };
}

type Facts = Pick<Person, "door" | "level" | "mode" | "result" | "hours" | "internship" | "screening">;

/** One general attitude and one of its own per theme, half each; then what happened to the person. */
function drawAttitude(person: Facts, draw: Draw): Person["attitude"] {
  const general = draw.normal();
  const own = () => 0.7 * general + 0.714 * draw.normal();
  const { lean } = person.door;
  const took = person.screening === "taken";
  const worked = person.hours === "h4" || person.hours === "h5" ? 0.2 : person.hours === "h1" ? -0.25 : 0;
  return {
    CUR: own() + lean.CUR + worked,
    EXM:
      own() + lean.EXM + (took && person.result === "fail" ? -0.45 : 0) + (person.level === "adv" ? 0.2 : 0),
    CAR:
      own() + lean.CAR + (person.level === "adv" ? 0.15 : 0) + (took && person.result === "fail" ? -0.3 : 0),
    SUP: own() + lean.SUP,
  };
}

const majors: Record<string, Record<string, number>> = {
  "demo-ledger": { "53": 0.92, "51": 0.04, "59": 0.04 },
  "demo-warehouse": { "53": 0.62, "50": 0.34, "46": 0.04 },
  "demo-equipment": { "46": 0.64, "51": 0.32, "43": 0.04 },
  "demo-companion": { "52": 0.55, "59": 0.41, "57": 0.04 },
};
const reasons = { skill: 0.55, job: 0.5, req: 0.34, credit: 0.26, peer: 0.16, int: 0.18, oth: 0.03 };
const obstacles = { none: 0.2, school: 0.35, cost: 0.22, value: 0.2, know: 0.42, late: 0.12, oth: 0.03 };

/** What the person says about themselves, before anything is skipped; more than they will be asked. */
export function drawBackground(person: Person, draw: Draw): Answers {
  const several = (odds: Record<string, number>, most: number) => {
    const chosen = Object.keys(odds).filter((key) => draw.chance(odds[key] as number));
    while (chosen.length > most) chosen.splice(draw.integer(chosen.length), 1);
    return chosen.length > 0 ? chosen : [draw.weighted(odds)];
  };
  // Those who were told to take it like it less, and say so.
  const told = person.attitude.CUR < -0.5 ? 0.25 : 0;
  return {
    SCR01: person.screening,
    BG01: draw.weighted(person.door.type),
    BG02: person.grade,
    BG03: draw.weighted(majors[person.certificate] ?? { "53": 1 }),
    BG04: person.internship,
    BG14: draw.weighted({ f: 0.53, m: 0.435, o: 0.005, pns: 0.03 }),
    BG05: draw.weighted({ "1": 0.71, "2": 0.22, "3p": 0.07 }),
    BG06: person.certificate,
    BG07: person.level,
    BG08: person.year,
    BG09: person.mode,
    BG10: person.attempts,
    BG11: person.result,
    BG12: person.hours,
    BG13: several({ ...reasons, req: reasons.req + told }, 3),
    NP01: several(obstacles, 7),
  };
}
