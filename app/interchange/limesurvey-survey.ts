import type { Row, Tables } from "./limesurvey-tables.ts";

/** A thing of the survey and what it says in each language. */
export interface Said {
  row: Row;
  /** From 1: where its (first) row stands in its table. */
  line: number;
  texts: Map<string, Row>;
}

export interface AskedHere extends Said {
  qid: string;
  type: string;
  title: string;
  parts: AskedHere[];
  answers: Said[];
  attributes: { name: string; value: string; language: string }[];
}

export interface Group extends Said {
  gid: string;
  questions: AskedHere[];
}

const number = (row: Row, field: string) => Number(row.get(field)) || 0;

/**
 * The tables as groups of questions. Since version 4 texts stand in tables of their own (…_l10ns); before, a row is
 * there once for each language.
 * @returns also the parts of questions that are not there
 */
export function groupsOf({ tables }: Tables): { groups: Group[]; lost: AskedHere[] } {
  const rows = (name: string) => tables.get(name) ?? [];
  const groups = things(rows("groups"), ["gid"], rows("group_l10ns"), "gid").map((one) => ({
    ...one,
    gid: one.row.get("gid") ?? "",
    questions: [] as AskedHere[],
  }));
  const spoken = rows("question_l10ns");
  const asked = (one: Said): AskedHere => ({
    ...one,
    qid: one.row.get("qid") ?? "",
    type: one.row.get("type") ?? "",
    title: one.row.get("title") ?? "",
    parts: [],
    answers: [],
    attributes: [],
  });
  const questions = things(rows("questions"), ["qid"], spoken, "qid").map(asked);
  const byId = new Map(questions.map((one) => [one.qid, one]));
  const own = rows("subquestions").filter((row) => !byId.has(row.get("qid") ?? ""));
  const parts = things(own, ["qid"], spoken, "qid").map(asked);
  for (const part of parts) byId.get(part.row.get("parent_qid") ?? "")?.parts.push(part);
  const isPart = (one: AskedHere) =>
    number(one.row, "parent_qid") > 0 && byId.has(one.row.get("parent_qid") ?? "");
  for (const one of questions) if (isPart(one)) byId.get(one.row.get("parent_qid") ?? "")?.parts.push(one);
  for (const one of things(rows("answers"), ["qid", "code", "scale_id"], rows("answer_l10ns"), "aid"))
    byId.get(one.row.get("qid") ?? "")?.answers.push(one);
  for (const row of rows("question_attributes"))
    byId.get(row.get("qid") ?? "")?.attributes.push({
      name: row.get("attribute") ?? "",
      value: row.get("value") ?? "",
      language: row.get("language") ?? "",
    });
  const byGroup = new Map(groups.map((one) => [one.gid, one]));
  const loose: Group = { gid: "", row: new Map(), line: 0, texts: new Map(), questions: [] };
  for (const one of questions)
    if (!isPart(one)) (byGroup.get(one.row.get("gid") ?? "") ?? loose).questions.push(one);
  for (const one of questions) {
    one.parts.sort((a, b) => number(a.row, "question_order") - number(b.row, "question_order"));
    one.answers.sort((a, b) => number(a.row, "sortorder") - number(b.row, "sortorder"));
  }
  const all = loose.questions.length ? [...groups, loose] : groups;
  for (const group of all)
    group.questions.sort((a, b) => number(a.row, "question_order") - number(b.row, "question_order"));
  all.sort((a, b) => number(a.row, "group_order") - number(b.row, "group_order"));
  const reached = new Set(all.flatMap((group) => group.questions.flatMap((one) => [one, ...one.parts])));
  return { groups: all, lost: [...questions, ...parts].filter((one) => !reached.has(one)) };
}

/** Rows by their key, once each, with their texts by language. */
function things(rows: Row[], key: string[], texts: Row[], link: string): Said[] {
  const found = new Map<string, Said>();
  for (const [at, row] of rows.entries()) {
    const name = key.map((field) => row.get(field) ?? "").join("\n");
    const known = found.get(name);
    const one = known ?? { row, line: at + 1, texts: new Map<string, Row>() };
    const language = row.get("language");
    if (language) one.texts.set(language, row);
    if (!known) found.set(name, one);
  }
  const byLink = new Map([...found.values()].map((one) => [one.row.get(link), one]));
  for (const text of texts) byLink.get(text.get(link) ?? "")?.texts.set(text.get("language") ?? "", text);
  return [...found.values()];
}
