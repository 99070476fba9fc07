import type { Instrument, Page } from "#app/instrument/definition.ts";
import { randomFrom } from "#app/instrument/order.ts";
import { itemsFor, pagesFor } from "#app/instrument/routing.ts";
import { type Item, kinds } from "#app/questions/index.ts";
import type { Answer, Answers } from "#app/questions/kind.ts";
import { inventedCertificates } from "#db/demo/certificates.ts";

/** One tap on Next: what is sent, and where it must lead. */
export interface Step {
  page: string;
  /** Codes of the questions that must have been on the page this is sent from. */
  asked: string[];
  body: string;
  /** Code of the page that follows; undefined after the last one. */
  next: string | undefined;
}

/** Everything one student does after consenting. */
export interface Journey {
  consent: string;
  first: string;
  steps: Step[];
  /** All of it, as it is kept until it is sent. */
  answers: Answers;
}

/** Put together anew for each student, as long as short open answers usually are. */
const sentences = [
  "老师讲得很细",
  "考场电脑有点卡",
  "希望多一些真实账套的练习",
  "证书在面试时被问到过",
  "报名费偏高",
  "reviewing at weekends helped",
];

/**
 * A student who answers every question the routing asks and writes something under two open questions. The same seed
 * gives the same student.
 */
export function journeyOf(instrument: Instrument, seed: number): Journey {
  const random = randomFrom(seed);
  const answers: Answers = {};
  const consent = instrument.consent.ticks.map((tick) => {
    answers[tick.code] = true;
    return `${tick.code}=${kinds.consent.write(true)[0]}`;
  });
  const steps: Step[] = [];
  let page: Page | undefined = pagesFor(instrument, answers)[0];
  const first = page?.code ?? "";
  let written = 0;
  while (page) {
    const here: Page = page;
    const asked = itemsFor(here, answers);
    for (const item of asked) {
      if (item.kind === "text" && written++ >= 2) answers[item.code] = null;
      else answers[item.code] ??= answerTo(item, random);
    }
    const body = asked.flatMap((item) => fields(item, answers[item.code] ?? null));
    // An answer may bring up another question on the same page: it is shown again.
    const more = itemsFor(here, answers).some((item) => !asked.includes(item));
    const pages = pagesFor(instrument, answers);
    page = more ? here : pages[pages.findIndex((one) => one.code === here.code) + 1];
    steps.push({
      page: here.code,
      asked: asked.map((item) => item.code),
      body: [...body, `seconds=${10 + Math.floor(random() * 50)}`, "go=next"].join("&"),
      next: page?.code,
    });
  }
  return { consent: consent.join("&"), first, steps, answers };
}

function answerTo(item: Item, random: () => number): Answer {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  switch (item.kind) {
    case "scale":
      return 1 + Math.floor(random() * 5);
    case "single":
      // Four in five have taken the examination: the longest way through, which most students go.
      return item.code === "SCR01" && random() < 0.8 ? "taken" : pick(item.options).code;
    case "multiple":
      return item.options.slice(0, 2).map((one) => one.code);
    case "year":
      return 2021 + Math.floor(random() * 4);
    case "catalogue":
      return { pending: pick(inventedCertificates).name["zh-CN"] };
    case "text":
      return Array.from({ length: 3 }, () => pick(sentences)).join("，");
    case "consent":
      return true;
    default:
      throw new Error(`the survey that is measured asks nothing of kind ${item.kind}`);
  }
}

const fields = (item: Item, answer: Answer | null): string[] =>
  answer === null
    ? [`${item.code}=`]
    : kinds[item.kind].write(answer).map((value) => `${item.code}=${encodeURIComponent(value)}`);
