import { type Closed, closeDraft } from "#app/fieldwork/closing.ts";
import type { Instrument, Item, Page } from "#app/instrument/definition.ts";
import { itemsFor, pagesFor } from "#app/instrument/routing.ts";
import type { Answers } from "#app/questions/kind.ts";
import { drawLine, drawPoint } from "./attitudes.ts";
import { type DemoDoor, demoDoors } from "./colleges.ts";
import { type Draw, drawFrom } from "./draw.ts";
import { drawBackground, drawPerson, type Person } from "./person.ts";
import { composeAnswer, isOpenQuestion, type OpenQuestion } from "./words/compose.ts";

/** One synthetic response, as the store keeps it, except for the study around it. */
export interface DemoResponse extends Closed {
  id: string;
  receiptHash: string;
  /** Slug of the door it came through. */
  door: string;
  /** Days since the wave opened, 0–20. */
  day: number;
  language: "zh-CN" | "en";
  /** How this person was invented to answer: for measuring what the quality indices find. Never stored. */
  careless: Person["careless"];
}

export const waveDays = 21;

/** Certificates in students' own names for them, which no catalogue knows. */
const namesOfTheirOwn = [
  "记账的那个证，学校统一报的",
  "仓库管理那个",
  "养老护理的，全名忘了",
  "设备数据的1+X",
  "名字记不清了",
  "物流方向的证书",
  "会计信息化之类的",
  "照护初级",
];

/**
 * Synthetic students answering the 1+X questionnaire, one after another, without end: the same seed gives the same
 * people. Routing and order are the product's own, so every response is one that the survey could have received.
 */
export function* demoResponses(
  instrument: Instrument,
  seed: number,
  doors: readonly DemoDoor[] = demoDoors,
): Generator<DemoResponse, never> {
  const draw = drawFrom(seed);
  while (true) yield drawResponse(instrument, draw, doors);
}

function drawResponse(instrument: Instrument, draw: Draw, doors: readonly DemoDoor[]): DemoResponse {
  const person = drawPerson(draw, doors);
  const draft = drawDraft(instrument, person, draw);
  return {
    ...closeDraft(instrument, draft),
    id: draw.hex(16),
    receiptHash: draw.hex(32),
    door: person.door.slug,
    day: drawDay(person, draw),
    language: person.english ? "en" : "zh-CN",
    careless: person.careless,
  };
}

/** A finished survey as it would stand on the server just before it is sent. */
function drawDraft(instrument: Instrument, person: Person, draw: Draw) {
  const background = drawBackground(person, draw);
  const line = person.careless === "straight" ? drawLine(draw) : undefined;
  const writes = !person.careless && draw.chance(0.6);
  const passesOptional = draw.chance(0.38);
  // The screening answer decides which pages follow, so it must be known before they are listed.
  const answers: Answers = {
    CON01: true,
    CON02: draw.chance(0.81) ? true : null,
    SCR01: person.screening,
  };
  const pageSeconds: Record<string, number> = {};

  const answer = (item: Item, page: Page, fatigue: number) => {
    if (item.kind === "text") {
      const says = writes && isOpenQuestion(item.code) && draw.chance(0.56);
      return says ? composeAnswer(item.code as OpenQuestion, person, draw) : null;
    }
    if (!item.required && draw.chance(person.skips * fatigue)) return null;
    if (page.optional && passesOptional) return null;
    if (item.kind === "scale") return line ?? drawPoint(item, person, draw);
    if (item.kind === "catalogue" && draw.chance(0.012)) return { pending: draw.pick(namesOfTheirOwn) };
    return background[item.code] ?? null;
  };

  pagesFor(instrument, answers).forEach((page, position) => {
    const items = itemsFor(page, answers);
    for (const item of items) answers[item.code] = answer(item, page, 0.7 + 0.12 * position);
    pageSeconds[page.code] = secondsOn(items, answers, person, draw);
  });
  return { answers, pageSeconds, seed: draw.integer(0x1_0000_0000) };
}

/** Reading, choosing and typing: about five seconds a question, two a written sign, much less for the careless. */
function secondsOn(items: Item[], answers: Answers, person: Person, draw: Draw): number {
  const pace = Math.exp(0.35 * draw.normal()) * (person.careless ? 0.24 : 1);
  const typed = items.reduce((sum, item) => sum + lengthOf(answers[item.code], item), 0);
  const perSign = person.english ? 0.4 : 1.4;
  return Math.max(2, Math.round(pace * (items.length * 5.2 + 3 + typed * perSign)));
}

const lengthOf = (answer: Answers[string] | undefined, item: Item) =>
  item.kind === "text" && typeof answer === "string" ? answer.length : 0;

/** Most answer within days of being asked, a second push follows the reminder on the twelfth day. */
function drawDay(person: Person, draw: Draw): number {
  const start = draw.chance(0.3) ? 12 : person.door.launch;
  return Math.min(waveDays - 1, start + Math.floor(-Math.log(1 - draw.unit()) * 2.6));
}
