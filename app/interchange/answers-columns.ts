/** What a column is by its heading alone: somebody's traces, the system's own counting, the day, the language, or a question. */
export type Told = "personal" | "technical" | "day" | "language" | "question";

const personal =
  /(^|[^a-z])(ip|ip ?address|e-?mail|phone|mobile|telephone|open_?id|union_?id|user ?agent|browser|referr?er|latitude|longitude|device ?id|first ?name|last ?name|full ?name|student ?(id|number)|wechat|token)([^a-z]|$)|来自ip|ip地址|^来源|来源详情|姓名|手机|电话|邮箱|学号|身份证|微信|昵称|openid|地理位置|经度|纬度|终端|浏览器|操作系统/i;
const contact =
  /姓名|手机号|电话号码|联系电话|联系方式|身份证|学号|微信号|邮箱|邮件地址|^e-?mail|mail address|phone number|full name/i;
const technical =
  /^(序号|编号|答卷编号|答题序号|所用时间|答题时长|用时|总分|得分|状态|是否有效|答卷状态|标签|备注|no\.?|#|row|index|id|response ?id|_id|uuid|seed|progress|finished|duration.*|interviewtime|lastpage|startlanguage|status|recorded ?date|start ?date|startdate|start time|开始时间|开始答题时间|distribution ?channel|flags?|suspect|excluded|late|version|wave|collector|synthetic)$|^flag_|^cohort_|（秒）|\(秒\)/i;
const day =
  /^(提交答卷时间|提交时间|提交日期|结束时间|完成时间|submitdate|submitted|submission ?(date|time)|end ?date|enddate|timestamp|时间戳记|completed|received_on|date)$/i;
const language = /^(语言|作答语言|language|userlanguage|user ?language)$/i;

/**
 * What a heading says of its column. Names, addresses and sources are never taken over (rules of safety); when somebody
 * answered is cut down to the day.
 */
export function whatColumnTells(heading: string): Told {
  const text = heading.normalize("NFKC").trim();
  if (day.test(text)) return "day";
  if (language.test(text)) return "language";
  // Whoever was asked for a number or a name in the questionnaire itself gave it no less.
  const asked = text.replace(/^\d+\s*[、.．:：]\s*/, "");
  if (asked.length <= 16 && !/[?？]/.test(asked) && contact.test(asked)) return "personal";
  // A question about mobile phones is a sentence; a column of them is a word or two.
  if (text.length <= 24 && !/[?？]/.test(text) && !/^\d+[、.．(（]/.test(text) && personal.test(text))
    return "personal";
  return technical.test(text) ? "technical" : "question";
}

/** A heading taken apart: `3、题目`, `3(行).题目`, `3(选项A)`, `3、题目—行`, `3、题目(选项A)`. */
export interface HeadingParts {
  /** The question's number in the file; columns of one question share it. */
  number?: string;
  /** The row or the option a column stands for. */
  part?: string;
  text: string;
}

export function headingParts(heading: string): HeadingParts {
  const text = heading.trim();
  const bracketed = /^(\d+)\s*[(（](.+?)[)）]\s*[.．、:：]?\s*(.*)$/s.exec(text);
  if (bracketed) return { number: bracketed[1]!, part: bracketed[2]!.trim(), text: bracketed[3]!.trim() };
  const numbered = /^[QＱ]?(\d+)\s*[、.．:：)）]\s*(.+)$/is.exec(text);
  const rest = numbered ? numbered[2]!.trim() : text;
  const dashed = /^(.+?)\s*(?:—{1,2}|――|–|\s-\s)\s*(.+)$/s.exec(rest);
  const trailing = /^(.+?)\s*[(（[]([^()（）[\]]+)[)）\]]$/s.exec(rest);
  const split = dashed ?? trailing;
  return {
    ...(numbered && { number: numbered[1]! }),
    ...(split && { part: split[2]!.trim() }),
    text: split ? split[1]!.trim() : rest,
  };
}

/** Text for comparing: without punctuation, spaces, case and full width. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/<[^>]*>/g, "")
    .replace(/[\p{P}\p{S}\s]/gu, "");

/** How alike two texts are, 0 to 1: the share of neighbouring pairs of letters they have in common (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)];
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const pairs = (text: string) => {
    const found = new Map<string, number>();
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = text.slice(at, at + 2);
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
    return found;
  };
  const [mine, theirs] = [pairs(a), pairs(b)];
  let shared = 0;
  for (const [pair, n] of mine) shared += Math.min(n, theirs.get(pair) ?? 0);
  const all = a.length - 1 + b.length - 1;
  return all > 0 ? (2 * shared) / all : 0;
}
