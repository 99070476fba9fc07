import type { Page } from "#app/instrument/definition.ts";
import { limits } from "./report.ts";
import type { Block, TextBlock } from "./wjx-text-blocks.ts";
import { readHead } from "./wjx-text-head.ts";
import { brief, chinese, type Made, type Tell } from "./wjx-text-made.ts";

const mostOnPage = 12;

interface Sheet {
  title: string;
  intro: string[];
  introAt: number;
  questions: Made[];
}

/**
 * Lays the questions on pages: the file's own page breaks; without any, its headings (一、… 第二部分 …); without those,
 * twelve items a page, a matrix never parted unless it is longer. Words between questions become the page's
 * introduction or the help of the question they precede.
 */
export function pagesOf(blocks: Block[], made: Map<Block, Made>, tell: Tell): Page[] {
  const breaks = blocks.some((one) => one.is === "page");
  const sheets: Sheet[] = [];
  let sheet: Sheet = empty("");
  let pending: TextBlock[] = [];
  const open = (title: string, at: number) => {
    const words = [...pending.flatMap(wordsOf)];
    const introAt = pending[0]?.lines[0]?.at ?? at;
    pending = [];
    if (sheet.questions.length > 0) {
      sheets.push(sheet);
      sheet = { ...empty(title), intro: words, introAt };
    } else {
      sheet.introAt ||= introAt;
      sheet.intro.push(...words);
      if (title && sheet.title) sheet.intro.push(title);
      else sheet.title ||= title;
    }
  };
  for (const block of blocks) {
    if (block.is === "page") open(block.title, block.at);
    else if (block.is === "text") {
      const heading = !block.tagged && block.lines.length === 1 && wordsOf(block)[0];
      const fresh = sheet.questions.length === 0;
      if (heading && block.section && !breaks) open(heading, block.lines[0]?.at ?? 1);
      else if (
        heading &&
        fresh &&
        !sheet.title &&
        sheet.intro.length === 0 &&
        breaks &&
        heading.length <= 60
      ) {
        sheet.introAt ||= block.lines[0]?.at ?? 1;
        sheet.title = heading;
      } else if (fresh) {
        sheet.introAt ||= block.lines[0]?.at ?? 0;
        sheet.intro.push(...wordsOf(block));
      } else pending.push(block);
    } else {
      const question = made.get(block);
      if (!question || question.items.length === 0) continue;
      explain(question, pending, tell);
      pending = [];
      sheet.questions.push(question);
    }
  }
  if (sheet.questions.length > 0) sheets.push(sheet);
  else pending.unshift(...asText(sheet));
  leave(pending, tell);
  const split =
    breaks || blocks.some((one) => one.is === "text" && one.section) ? sheets : sheets.flatMap(parted);
  return split.map((one, index) => pageOf(one, index, tell));
}

const empty = (title: string): Sheet => ({ title, intro: [], introAt: 0, questions: [] });

const wordsOf = (block: TextBlock): string[] =>
  block.lines
    .map(({ text }) => (block.tagged ? readHead(text).text : text))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));

/** A last page that asks nothing. */
const asText = (sheet: Sheet): TextBlock[] => {
  const lines = [sheet.title, ...sheet.intro].filter(Boolean);
  return lines.length
    ? [
        {
          is: "text",
          tagged: false,
          section: false,
          lines: lines.map((text) => ({ at: sheet.introAt, text, afterGap: false })),
        },
      ]
    : [];
};

function explain(question: Made, pending: TextBlock[], tell: Tell) {
  const [item] = question.items;
  const words = pending.flatMap(wordsOf);
  if (!item || words.length === 0) return;
  for (const block of pending)
    tell("changed.kind", block.lines[0]?.at ?? question.at, { from: "段落说明", to: "题目说明" }, item.code);
  const all = [...words, ...(item.help ? [item.help["zh-CN"]] : [])].join("\n");
  if (all.length > limits.textLength)
    tell("lost.text", pending[0]?.lines[0]?.at ?? question.at, undefined, item.code);
  item.help = chinese(all.slice(0, limits.textLength));
}

/** Words after the last question have no place: one finding for each, with its lines. */
function leave(pending: TextBlock[], tell: Tell) {
  for (const block of pending) {
    const text = wordsOf(block).join(" ");
    const [first, last] = [block.lines[0]?.at ?? 1, block.lines.at(-1)?.at ?? 1];
    if (text) tell("lost.kind", first, { type: "段落说明", text: brief(text), lines: `${first}–${last}` });
  }
}

function parted(sheet: Sheet): Sheet[] {
  const sheets: Sheet[] = [sheet];
  const { questions } = sheet;
  sheet.questions = [];
  let now = sheet;
  let items = 0;
  for (const question of questions) {
    if (items > 0 && items + question.items.length > mostOnPage) {
      now = empty("");
      sheets.push(now);
      items = 0;
    }
    now.questions.push(question);
    items += question.items.length;
  }
  return sheets;
}

function pageOf(sheet: Sheet, index: number, tell: Tell): Page {
  const intro = sheet.intro.join("\n");
  if (intro.length > limits.textLength) tell("lost.text", sheet.introAt);
  return {
    code: `p${index + 1}`,
    title: chinese(sheet.title.slice(0, limits.textLength)),
    ...(intro ? { intro: chinese(intro.slice(0, limits.textLength)) } : {}),
    optional: false,
    shuffle: false,
    items: sheet.questions.flatMap((one) => one.items),
  };
}
