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

/** Where each question's attitude has its middle: what people complain of more easily. */
const centre = { OPC01: 0.25, OPE01: -0.4, OPK01: 0.1, OPS01: -0.1 };

/** One open answer: a statement in this person's mood, sometimes a second one, sometimes a wish. */
export function composeAnswer(question: OpenQuestion, person: Person, draw: Draw): string {
  const { english: foreign, attitude } = person;
  const lines = linesFor(question, person);
  if (draw.chance(0.13)) return draw.pick(lines.brief);
  const theme = question === "OPC01" ? "CUR" : question === "OPE01" ? "EXM" : "CAR";
  const remote = question === "OPE01" && person.mode === "remote" ? -0.35 : 0;
  const mood = attitude[theme] + centre[question] + remote + 0.4 * draw.normal();
  const kind = mood > 0.35 ? "good" : mood < -0.35 ? "bad" : "mixed";
  const parts = [draw.pick(lines[kind])];
  const long = draw.unit();
  if (long < 0.16 && kind !== "mixed") parts.push(draw.pick(lines[kind]));
  const harder = foreign || question !== "OPE01" ? [] : (difficultyZh[person.level] ?? []);
  if (harder.length > 0 && draw.chance(0.3)) parts.push(draw.pick(harder));
  if (draw.chance(kind === "good" ? 0.22 : 0.48)) parts.push(draw.pick(lines.wish));
  const filled = [...new Set(parts)].map((part) => fillIn(part, person, draw));
  return foreign ? filled.join(" ") : asTyped(filled, draw);
}

function linesFor(question: OpenQuestion, person: Person): Lines {
  const remote = person.mode === "remote";
  if (person.english) {
    return english[question === "OPE01" ? (remote ? "home" : "site") : question];
  }
  if (question === "OPC01") return curriculum;
  if (question === "OPE01") return remote ? examAtHome : examOnSite;
  if (question === "OPK01") return person.internship === "no" ? careerAhead : careerWorked;
  return person.screening === "none" ? suggestionsFromOutside : suggestions;
}

function fillIn(line: string, person: Person, draw: Draw): string {
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
