import type { Draw } from "../draw.ts";
import type { Person } from "../person.ts";
import { careerAhead, careerWorked } from "./career.ts";
import { curriculum } from "./curriculum.ts";
import { english } from "./english.ts";
import { difficultyZh, examAtHome, examOnSite } from "./exam.ts";
import { fillings, type Lines, settingsEn, settingsZh } from "./lines.ts";
import { suggestions, suggestionsFromOutside } from "./suggestions.ts";

const openQuestions = ["OPC01", "OPE01", "OPK01", "OPS01"] as const;
export type OpenQuestion = (typeof openQuestions)[number];
export const isOpenQuestion = (code: string): code is OpenQuestion =>
  openQuestions.includes(code as OpenQuestion);

/** What a line may ask to be true of whoever says it. */
const facts: Record<string, (person: Person) => boolean> = {
  worked: ({ internship }) => internship !== "no",
  grad: ({ grade, internship }) => grade === "grad" && internship === "done",
  passed: ({ screening, result }) => screening === "taken" && result === "pass",
  closed: ({ screening, year }) => screening === "taken" && year >= 2020 && year <= 2022,
  recent: ({ screening, year }) => screening !== "taken" || year >= 2024,
};

const themes = { OPC01: "CUR", OPE01: "EXM", OPK01: "CAR", OPS01: "CAR" } as const;
/** Where each question's attitude has its middle: what people complain of more easily. */
const centre = { OPC01: 0.25, OPE01: -0.4, OPK01: 0.1, OPS01: -0.1 };
const wishful = { OPC01: 0.45, OPE01: 0.35, OPK01: 0.22, OPS01: 0.09 };

/** One open answer: a statement in this person's mood, sometimes a second one, sometimes a wish. */
export function composeAnswer(question: OpenQuestion, person: Person, draw: Draw): string {
  const lines = linesFor(question, person);
  const said = new Set<string>();
  const say = (from: string[]) => {
    const line = chooseLine(
      from.filter((one) => !said.has(one)),
      person,
      draw,
    );
    said.add(line);
    return spell(line, person, draw);
  };
  if (draw.chance(0.13)) return say(lines.brief);
  const remote = question === "OPE01" && person.mode === "remote" ? -0.35 : 0;
  const mood = person.attitude[themes[question]] + centre[question] + remote + 0.4 * draw.normal();
  const kind = mood > 0.35 ? "good" : mood < -0.35 ? "bad" : "mixed";
  const parts = [say(lines[kind])];
  const level = person.english || question !== "OPE01" ? [] : (difficultyZh[person.level] ?? []);
  // Nobody calls an exam easy in one sentence and hard in the next.
  if (level.length > 0 && draw.chance(0.28) && !/难|简单|题|考的/.test(parts[0] ?? ""))
    parts.push(say(level));
  else if (kind !== "mixed" && draw.chance(0.09)) parts.push(say(lines[kind]));
  if (draw.chance(wishful[question] * (kind === "good" ? 0.6 : 1))) parts.push(say(lines.wish));
  return person.english ? parts.join(" ") : asTyped(parts, draw);
}

function linesFor(question: OpenQuestion, person: Person): Lines {
  const remote = person.mode === "remote";
  if (person.english) return english[question === "OPE01" ? (remote ? "home" : "site") : question];
  if (question === "OPC01") return curriculum;
  if (question === "OPE01") return remote ? examAtHome : examOnSite;
  if (question === "OPK01") {
    return person.internship === "no" || person.screening === "preparing" ? careerAhead : careerWorked;
  }
  return person.screening === "none" ? suggestionsFromOutside : suggestions;
}

const condition = /^@(\w+) /;

/** A line this person can truly say. Every list has lines without a condition, so the search ends. */
function chooseLine(lines: string[], person: Person, draw: Draw): string {
  for (;;) {
    const line = draw.pick(lines);
    const fact = condition.exec(line)?.[1];
    if (!fact) return line;
    const holds = facts[fact];
    if (!holds) throw new Error(`No fact called ${fact}.`);
    if (holds(person)) return line;
  }
}

function spell(chosen: string, person: Person, draw: Draw): string {
  let line = chosen.replace(condition, "");
  // Alternatives may hold alternatives: the innermost are chosen first.
  while (line.includes("[")) {
    line = line.replace(/\[([^[\]]*)\]/g, (_, choices: string) => draw.pick(choices.split("|")));
  }
  const setting = (person.english ? settingsEn : settingsZh)[person.certificate];
  return line.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "skill") return draw.pick(setting?.skill ?? []);
    if (name === "place" || name === "tool") return setting?.[name] ?? "";
    return draw.pick(fillings[name] ?? []);
  });
}

/** People on phones end sentences as they please: full stops, commas, spaces, nothing. */
function asTyped(parts: string[], draw: Draw): string {
  const style = draw.weighted({ careful: 0.55, open: 0.25, comma: 0.12, space: 0.08 });
  if (style === "careful") return parts.join("");
  const bare = parts.map((part) => part.replace(/。$/, ""));
  if (style === "open") return bare.join("。");
  return bare.join(style === "comma" ? "，" : " ");
}
