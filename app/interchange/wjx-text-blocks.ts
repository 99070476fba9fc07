import { limits, Unreadable } from "./report.ts";
import { expects, type Head, numberAt, readHead } from "./wjx-text-head.ts";
import { fold, type Line } from "./wjx-text-lines.ts";

export interface QuestionBlock {
  is: "question";
  /** Where it begins. */
  at: number;
  head: Head;
  body: Line[];
}
/** Words that ask nothing. `section` says they look like the heading of a part. */
export interface TextBlock {
  is: "text";
  lines: Line[];
  tagged: boolean;
  section: boolean;
}
export type Block = QuestionBlock | TextBlock | { is: "page"; at: number; title: string };

const pageRule =
  /^(?:={3,}\s*(.*?)\s*=*|-{3,}\s*(分页|分页符|第\s*\d+\s*页.*?)\s*-*|分页符?|第\s*\d+\s*页\s*[/／]\s*共\s*\d+\s*页)$/;
const section =
  /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节|页|模块)|[一二三四五六七八九十]{1,3}\s*[、.。:]|\([一二三四五六七八九十]{1,3}\))/;
const decoration = /^[-—=*_.·~#○□●◯\s]+$/;
const closing =
  /^(?:本?(?:次|份)?(?:问卷|调查|答题)(?:到此|已经?)?结束|(?:再次|非常|衷心|最后)*(?:感谢|谢谢)(?:您|你|大家|参与|配合))/;
const labelOfRows = /^(?:行|列|行标题|列标题|矩阵行|矩阵列|子问题|rows?|columns?|cols?)\s*:/i;

/** What stands above the first question or page: the title's line and the words below it. */
export interface Parts {
  opening: Line[];
  blocks: Block[];
}

/** Cuts the lines into questions with what belongs to them, pages, and words between. Every line is in exactly one part. */
export function partsOf(lines: Line[]): Parts {
  return new Cutter(lines).run();
}

class Cutter {
  private readonly lines: Line[];
  private readonly opening: Line[] = [];
  private readonly blocks: Block[] = [];
  private readonly tagged: boolean;
  private readonly heads: Head[];
  /** Where later lines' own numbers are: an untagged number between belongs to a question that lost its tag. */
  private readonly numbersAhead: (number | undefined)[];
  private open: QuestionBlock | undefined;
  private last = 0;

  constructor(lines: Line[]) {
    this.lines = lines;
    const heads = lines.map((line) => readHead(line.text));
    this.heads = heads;
    this.tagged = heads.some(
      ({ kind, remark }) => kind && !remark && kind.way !== "page" && kind.way !== "paragraph",
    );
    this.numbersAhead = [];
    let next: number | undefined;
    for (let at = heads.length - 1; at >= 0; at--) {
      this.numbersAhead[at] = next;
      if (heads[at]?.kind && heads[at]?.number) next = heads[at]?.number;
    }
  }

  run(): Parts {
    for (const [index, line] of this.lines.entries()) this.place(line, index);
    return { opening: this.opening, blocks: this.blocks };
  }

  private place(line: Line, index: number) {
    const rule = pageRule.exec(fold(line.text));
    if (rule) return this.page(line, /^分页符?$|^第\s*\d+\s*页/.test(rule[1] ?? "") ? "" : (rule[1] ?? ""));
    const before = this.heads[index];
    const head = before && !expects(line.text) ? before : readHead(line.text, this.last + 1);
    if (head.kind?.way === "page") return this.page(line, head.text);
    if (head.kind?.way === "paragraph") return this.words(line, true);
    if (head.kind) return this.question(line, head);
    if (head.number !== undefined && this.opensUntagged(line, head, index)) return this.question(line, head);
    if (this.open && this.belongs(this.open, line)) this.open.body.push(line);
    else this.words(line, false);
  }

  private page(line: Line, title: string) {
    this.open = undefined;
    this.blocks.push({ is: "page", at: line.at, title });
  }

  private words(line: Line, tagged: boolean) {
    this.open = undefined;
    const heading = section.test(fold(line.text)) && [...line.text].length <= 60;
    if (this.blocks.length === 0 && !tagged && !(heading && this.opening.length > 0)) {
      this.opening.push(line);
      return;
    }
    const before = this.blocks.at(-1);
    if (before?.is === "text" && !line.afterGap && !tagged && !heading && !before.section)
      before.lines.push(line);
    else this.blocks.push({ is: "text", lines: [line], tagged, section: heading });
  }

  /** A tag without a number may end a question whose words began some lines above: those come along. */
  private question(line: Line, head: Head) {
    const above = head.number === undefined ? this.above(line, head) : [];
    const whole = above.length
      ? readHead([...above, line].map((one) => one.text).join(" "), this.last + 1)
      : head;
    this.open = { is: "question", at: above[0]?.at ?? line.at, head: whole, body: [] };
    this.blocks.push(this.open);
    this.last = whole.number ?? this.last + 1;
  }

  private above(line: Line, head: Head): Line[] {
    const before = this.blocks.at(-1);
    const held =
      this.open?.body ??
      (before?.is === "text" ? before.lines : this.blocks.length === 0 ? this.opening : []);
    if (line.afterGap || held.length === 0) return [];
    let start = -1;
    for (let at = held.length - 1; at >= Math.max(0, held.length - 6); at--) {
      const number = numberAt(held[at]?.text ?? "", this.last + 1)?.number;
      if (number !== undefined && (number > this.last || held[at]?.afterGap)) {
        start = at;
        break;
      }
      if (held[at]?.afterGap) break;
    }
    if (start < 0 && head.text === "") start = held.length - 1;
    if (start < 0) return [];
    const taken = held.splice(start);
    if (before?.is === "text" && before.lines.length === 0) this.blocks.pop();
    return taken;
  }

  private opensUntagged(line: Line, head: Head, index: number): boolean {
    if (head.text === "" || head.number !== this.last + 1) return false;
    if (this.tagged) {
      const ahead = this.numbersAhead[index];
      return this.last > 0 && line.afterGap && (ahead === undefined || ahead > head.number);
    }
    const above = this.open?.body.at(-1);
    return !above || line.afterGap || numberAt(above.text)?.number !== head.number - 1;
  }

  private belongs(open: QuestionBlock, line: Line): boolean {
    if (open.body.length >= limits.items + limits.options) throw new Unreadable("tooMany", { line: line.at });
    const way = open.head.kind?.way ?? "single";
    const folded = fold(line.text);
    const above = open.body.at(-1);
    if (closing.test(folded)) return false;
    if (way === "text" && above && decoration.test(fold(above.text)) && !decoration.test(folded))
      return false;
    const listed = above !== undefined && section.test(fold(above.text));
    if (section.test(folded) && !listed && (above || way === "text")) return false;
    if (!line.afterGap) return true;
    if (decoration.test(folded)) return true;
    if (open.body.length === 0) return way !== "text";
    if (way.startsWith("matrix") && open.body.some((one) => labelOfRows.test(fold(one.text))))
      return (
        labelOfRows.test(folded) ||
        /^[-·]\s*\S/.test(folded) ||
        /^\d+\s*[~-]\s*\d+$/.test(folded) ||
        !this.columns(open)
      );
    const mark = /^([A-Z])\s*[.、:)\s]/i.exec(folded)?.[1];
    return (
      /^[○□●◯☐⬜◻]/.test(folded) ||
      (mark !== undefined && mark.toUpperCase().charCodeAt(0) - 65 === open.body.length)
    );
  }

  /** Whether a matrix told by 行： and 列： has its columns already. */
  private columns(open: QuestionBlock): boolean {
    return open.body.some(
      (one, at) =>
        /^(?:列|col)/i.test(fold(one.text)) ||
        (at > 0 && !labelOfRows.test(fold(one.text)) && !/^[-·]/.test(one.text)),
    );
  }
}
