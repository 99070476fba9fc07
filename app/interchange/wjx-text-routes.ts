import { fold, numberOf } from "./wjx-text-lines.ts";

/** What a line says about who is asked what, before anybody knows the questions it names. */
export type Hint =
  | { does: "jump"; to: number | "end"; expression: string }
  | { does: "depend"; on: number; options: number[]; labels: string[]; expression: string }
  | { does: "unclear"; expression: string };

const count = "[0-9]{1,4}|[一二两三四五六七八九十]{1,3}";
const question = `(?:第\\s*(${count})\\s*题|[Qq]\\s*([0-9]{1,4}))`;
const jump = new RegExp(
  `^(?:请)?(?:跳至|跳到|跳转到|跳转至|跳转|转到|转至|直接跳到|->|→|=>)\\s*(?:${question}|(.*))$`,
);
const end = /末尾|结束|提交|终止/;
const depend = new RegExp(`^(?:题目)?(?:依赖于?|关联于?|显示条件|当)[:：]?\\s*${question}\\s*(.*)$`);
const begins =
  /^(?:请)?(?:跳至|跳到|跳转|转到第|转至第|直接跳到|->|→|=>|(?:题目)?依赖|题目关联|关联第|关联[Qq][0-9]|显示条件|跳题)/;

/** What stands between brackets (or alone on a line) as an instruction; undefined for any other words. */
export function hintOf(words: string): Hint | undefined {
  const folded = fold(words).trim();
  if (!begins.test(folded) && !/^(?:结束(?:问卷|答题|作答)|提交答卷)$/.test(folded)) return undefined;
  if (/^(?:结束|提交)/.test(folded)) return { does: "jump", to: "end", expression: words };
  const leap = jump.exec(folded);
  if (leap) {
    const to = numberOf(leap[1] ?? leap[2] ?? "");
    if (to !== undefined) return { does: "jump", to, expression: words };
    if (end.test(leap[3] ?? "")) return { does: "jump", to: "end", expression: words };
  }
  const needs = depend.exec(folded);
  const on = needs && numberOf(needs[1] ?? needs[2] ?? "");
  if (needs && on !== undefined && on !== null) {
    const rest = needs[3] ?? "";
    const options = optionNumbers(rest);
    const labels = [...rest.matchAll(/[“"‘「]([^”"’」]{1,100})[”"’」]/g)].map((one) => one[1] ?? "");
    if (options.length > 0 || labels.length > 0)
      return { does: "depend", on, options, labels, expression: words };
  }
  return { does: "unclear", expression: words };
}

/** 第1个选项, 第1、2个选项, 第1;3项, 选项2. */
function optionNumbers(rest: string): number[] {
  const match = new RegExp(
    `(?:第\\s*((?:${count})(?:\\s*[、,;，；和或及/]\\s*第?(?:${count}))*)\\s*个?(?:选项|项)|选项\\s*((?:${count})(?:\\s*[、,;，；和或及/]\\s*(?:${count}))*))`,
  ).exec(rest);
  return (match?.[1] ?? match?.[2] ?? "")
    .split(/[、,;，；和或及/第\s]+/)
    .flatMap((one) => numberOf(one) ?? []);
}
