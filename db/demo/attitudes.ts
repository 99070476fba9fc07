import { missing } from "#app/questions/kind.ts";
import type { ScaleItem } from "#app/questions/scale.ts";
import type { Draw } from "./draw.ts";
import type { Person, Theme } from "./person.ts";

/** How an item behaves: its centre after reversal, and how strongly the theme's attitude moves it. */
interface Behaviour {
  theme: Theme;
  mean: number;
  loading: number;
  /** Share that says N/A. */
  unknown?: number;
  /** Moves the centre for some people. */
  shift?(person: Person): number;
}

const rest = 0.76;
/** Home exams are believed less: invigilation, cheating, credibility. */
const remotely =
  (by: number) =>
  ({ mode, screening }: Person) =>
    screening !== "taken" ? 0 : mode === "remote" ? by : mode === "mixed" ? by / 2 : 0;
const unlessWorked =
  (share: number) =>
  ({ internship }: Person) =>
    internship === "no" ? share * 1.6 : share * 0.5;

const item = (theme: Theme, mean: number, loading = 0.68): Behaviour => ({ theme, mean, loading });

const behaviours: Record<string, Behaviour> = {
  CUR01: item("CUR", 3.95),
  CUR02: { ...item("CUR", 3.85), unknown: 0.05 },
  CUR03: item("CUR", 3.7),
  CUR04: item("CUR", 3.5),
  CUR05: item("CUR", 3.75),
  CUR06: item("CUR", 3.1, 0.5),
  CUR07: item("CUR", 3.5),
  CUR08: { ...item("CUR", 3.9, 0.6), unknown: 0.03 },
  CUR09: item("CUR", 3.5, 0.52),
  EXM01: { ...item("EXM", 2.8), shift: ({ level }) => (level === "adv" ? 0.3 : level === "elem" ? -0.2 : 0) },
  EXM02: item("EXM", 2.85),
  EXM03: item("EXM", 2.9),
  EXM04: { ...item("EXM", 3.45), shift: remotely(-1.05) },
  EXM05: { ...item("EXM", 3.05, 0.55), shift: remotely(-1.1) },
  EXM06: { ...item("EXM", 3.35), shift: remotely(-0.75) },
  EXM07: { ...item("EXM", 2.4, 0.5), shift: ({ level }) => (level === "adv" ? 0.35 : 0) },
  EXM08: { ...item("EXM", 3), unknown: 0.08 },
  EXM09: item("EXM", 2.75, 0.55),
  CAR01: item("CAR", 3.7),
  CAR02: item("CAR", 3.65),
  CAR03: {
    ...item("CAR", 3.3),
    unknown: 0.2,
    shift: ({ internship }) => (internship === "done" ? -0.15 : 0.1),
  },
  CAR04: item("CAR", 3.5, 0.6),
  CAR05: item("CAR", 3.75),
  CAR06: {
    ...item("CAR", 3.65),
    unknown: 0.18,
    shift: ({ internship }) => (internship === "done" ? 0.1 : 0),
  },
  CAR07: item("CAR", 3.7, 0.55),
  CAR08: { ...item("CAR", 2.9, 0.5), unknown: 0.18 },
  OVR01: { ...item("CUR", 3.5, 0.6), shift: ({ attitude }) => 0.25 * attitude.EXM },
  OVR02: { ...item("CAR", 3.4, 0.65), shift: ({ attitude }) => 0.15 * attitude.CUR },
  OVR03: { ...item("CAR", 3.45, 0.6), shift: ({ attitude }) => 0.2 * attitude.CUR },
  SUP01: item("SUP", 3.5),
  SUP02: { ...item("SUP", 3.3), unknown: 0.04 },
  SUP03: item("SUP", 2.95, 0.5),
  SUP04: item("SUP", 2.6, 0.4),
  TRN01: item("SUP", 2.35, 0.3),
  TRN02: { ...item("CAR", 3.55, -0.15), shift: ({ result }) => (result === "pass" ? 0.15 : 0) },
  TRN03: item("CAR", 3.3, 0.55),
};

const clamp = (value: number) => Math.min(5, Math.max(1, Math.round(value)));

/** How one person answers one statement, N/A included; skipping is decided elsewhere. */
export function drawPoint(asked: ScaleItem, person: Person, draw: Draw): number {
  if (person.careless === "random") return 1 + draw.integer(5);
  if (asked.expect !== undefined) return draw.chance(0.975) ? asked.expect : 1 + draw.integer(5);
  if (asked.scale === "difficulty5") return clamp(difficulty(person) + 0.75 * draw.normal());
  const how = behaviours[asked.code];
  if (!how) throw new Error(`The demo does not know how ${asked.code} is answered.`);
  if (asked.allowNA && how.unknown) {
    const share = how.theme === "CAR" ? unlessWorked(how.unknown)(person) : how.unknown;
    if (draw.chance(share)) return missing.notApplicable;
  }
  const view =
    how.mean + how.loading * person.attitude[how.theme] + (how.shift?.(person) ?? 0) + rest * draw.normal();
  return clamp((asked.reverse ? 6 - view : view) + person.yes);
}

/** Elementary exams are felt too easy, advanced ones hard; preparation and failing move it. */
function difficulty({ level, hours, result }: Person): number {
  const centre = { elem: 2.35, inter: 3.05, adv: 3.8, dk: 2.9 }[level];
  return centre + (hours === "h1" ? 0.3 : hours === "h5" ? -0.15 : 0) + (result === "fail" ? 0.55 : 0);
}

/** The one answer a straight-liner gives to everything. */
export const drawLine = (draw: Draw): number => Number(draw.weighted({ "3": 0.45, "4": 0.35, "5": 0.2 }));
