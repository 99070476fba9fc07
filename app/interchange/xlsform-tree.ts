import { limits, Unreadable } from "./report.ts";
import type { Columns } from "./xlsform-columns.ts";
import type { SheetRow } from "./xlsform-sheets.ts";

/** What a form's "type" asks for: the kind of question in one spelling, its list, and whether "other" is added to it. */
export interface AskedType {
  base: string;
  list?: string | undefined;
  orOther: boolean;
}

export type Node =
  | { is: "question"; row: SheetRow; name: string; type: AskedType }
  | { is: "group" | "repeat"; row: SheetRow; name: string; children: Node[] };
export type QuestionNode = Extract<Node, { is: "question" }>;
export type GroupNode = Exclude<Node, QuestionNode>;

const spellings = new Map(
  Object.entries({
    string: "text",
    int: "integer",
    photo: "image",
    gps: "geopoint",
    location: "geopoint",
    trigger: "acknowledge",
    imei: "deviceid",
    select1: "select_one",
    select_all_that_apply: "select_multiple",
  }),
);

/** What the type column of a row says, in one spelling of the many there are. */
export function typeOf(written: string): AskedType {
  const words = written.trim().replace(/\s+/g, " ");
  const select =
    /^(?:add )?(select[_ ]one|select1|select[_ ]multiple|select all that apply|rank)((?:[_ ]external)?(?:[_ ]from[_ ]file)?)(?: from| prompt using)? (\S+)( or[_ ]other| or specify other)?$/i.exec(
      words,
    );
  const plain = (name: string) => {
    const snake = name
      .trim()
      .toLowerCase()
      .replace(/ /g, "_")
      .replace(/^add_(\w+)_prompt$/, "$1");
    return spellings.get(snake) ?? snake;
  };
  if (!select) return { base: plain(words).slice(0, 60), orOther: false };
  const [, kind = "", source = "", list, other] = select;
  return { base: plain(kind) + source.toLowerCase().replace(/ /g, "_"), list, orOther: !!other };
}

/**
 * The rows of a survey sheet as the tree its groups make.
 * @throws Unreadable where a group does not end or was never begun, or groups stand too deep
 */
export function treeOf(rows: SheetRow[], columns: Columns): Node[] {
  const top: Node[] = [];
  const open: GroupNode[] = [];
  for (const row of rows) {
    const written = columns.value(row, "type");
    const place = { sheet: "survey", line: row.line };
    const bracket = /^(begin|end)[_ ](group|repeat|lgroup|loop|looped group)\b/i.exec(written);
    const into = open.at(-1)?.children ?? top;
    if (bracket?.[1]?.toLowerCase() === "end") {
      if (!open.pop()) throw new Unreadable("broken", place);
      continue;
    }
    const name = columns.value(row, "name");
    if (bracket) {
      if (open.length >= limits.depth) throw new Unreadable("dangerous", place);
      const is = bracket[2]?.toLowerCase() === "group" ? "group" : "repeat";
      const group: GroupNode = { is, row, name, children: [] };
      into.push(group);
      open.push(group);
    } else into.push({ is: "question", row, name, type: typeOf(written) });
  }
  const unfinished = open.at(-1);
  if (unfinished) throw new Unreadable("broken", { sheet: "survey", line: unfinished.row.line });
  return top;
}
