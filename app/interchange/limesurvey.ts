import type { Text } from "#app/locales/language.ts";
import { Drafting, type Route } from "./drafting.ts";
import { ForeignTexts, joined } from "./foreign-texts.ts";
import type { GivenFile, InstrumentFormat } from "./format.ts";
import { parseRelevance } from "./limesurvey-expression.ts";
import { nameOf, ways } from "./limesurvey-kinds.ts";
import { leaveAttributes, leaveTables } from "./limesurvey-leave.ts";
import { type AskedHere, type Group, groupsOf, type Said } from "./limesurvey-survey.ts";
import { looksLike, type Row, readTables, type Tables } from "./limesurvey-tables.ts";
import { type Ask, Making } from "./making.ts";
import type { Imported, Place } from "./report.ts";
import { Unreadable } from "./report.ts";
import { peek } from "./tree.ts";
import type { Choice } from "./xlsform-choices.ts";

/** LimeSurvey's surveys, groups and questions (.lss, .lsg, .lsq), of version 2 to 6. Read only. */
export const limesurvey: InstrumentFormat = {
  name: { "zh-CN": "LimeSurvey", en: "LimeSurvey" },
  extensions: ["lss", "lsg", "lsq"],
  mediaType: "application/xml",
  recognises: (file) => looksLike(peek(file)),
  read(file: GivenFile): Imported {
    const tables = readTables(file);
    if (!/^(Survey|Group|Question)$/.test(tables.type)) throw new Unreadable("wrongFormat");
    return new LimeReading(tables).imported(file.name);
  },
};

/** Questions that take several answers: an equation that compares them as a whole means another thing. */
const manifold = /^[MPQKFHABCE1R:;]$/;

/** Reads the questions of one file. */
export class LimeReading {
  readonly draft = new Drafting(false);
  readonly make = new Making(this.draft);
  private readonly tables: Tables;
  private readonly groups: Group[];
  private readonly texts: ForeignTexts;
  /** What equations call a question or one of its rows, by the other names for it. */
  private readonly names = new Map<string, string>();
  private readonly types = new Map<string, string>();
  private readonly conditions = new Map<string, Row[]>();
  private readonly looks = new Set<string>();

  constructor(tables: Tables) {
    this.tables = tables;
    const { groups, lost } = groupsOf(tables);
    this.groups = groups;
    for (const { line, title } of lost)
      this.report.add("lost.kind", { path: `subquestions.${line}` }, { type: "?", name: title });
    for (const row of tables.tables.get("conditions") ?? []) {
      const qid = row.get("qid") ?? "";
      const known = this.conditions.get(qid);
      if (known) known.push(row);
      else this.conditions.set(qid, [row]);
    }
    const survey = tables.tables.get("surveys")?.[0];
    const spoken = [survey?.get("language") ?? "", ...tables.languages].filter(Boolean);
    const written = this.groups.flatMap(({ texts, questions }) => [
      ...texts.keys(),
      ...questions.flatMap((one) => [...one.texts.keys()]),
    ]);
    const sample = () =>
      this.groups
        .flatMap(({ questions }) =>
          questions.flatMap(({ texts }) => [...texts.values()].map((one) => one.get("question") ?? "")),
        )
        .slice(0, 200)
        .join(" ");
    const tags = [...new Set([...spoken, ...written])].filter(Boolean).slice(0, 60);
    this.texts = new ForeignTexts(this.draft.report, tags, sample, /\{[^{}\n]{1,200}\}/);
    for (const question of this.groups.flatMap((group) => group.questions)) this.know(question);
  }

  get report() {
    return this.draft.report;
  }

  private know(question: AskedHere) {
    const { qid, title, row, type } = question;
    this.types.set(title, type);
    const numbered = [row.get("sid"), row.get("gid"), qid].join("X");
    for (const name of [`Q${qid}`, numbered]) if (!this.names.has(name)) this.names.set(name, title);
    for (const part of question.parts)
      for (const name of [`Q${qid}_${part.title}`, `${numbered}${part.title}`])
        this.names.set(name, `${title}_${part.title}`);
    for (const name of [`${numbered}other`, `${title}_other`, `Q${qid}_other`])
      this.names.set(name, `${title}_-oth-`);
  }

  imported(name: string): Imported {
    for (const group of this.groups) this.page(group);
    leaveTables(this.report, this.tables);
    const settings = this.tables.tables.get("surveys_languagesettings") ?? [];
    const said = (field: string, tag: string): Text =>
      this.texts.of(
        new Map(settings.map((row) => [row.get("surveyls_language") ?? "", row.get(field) ?? ""])),
        { path: `surveys_languagesettings.${tag}` },
      );
    const heading = {
      name,
      title: said("surveyls_title", "surveyls_title"),
      invitation: joined(
        [
          said("surveyls_description", "surveyls_description"),
          said("surveyls_welcometext", "surveyls_welcometext"),
        ],
        "\n",
      ),
    };
    return this.draft.finish(heading, this.groups.length > 1);
  }

  private page(group: Group) {
    const place = { path: `groups.${group.line}` };
    const routes = this.route(group.row.get("grelevance") ?? "", place);
    this.draft.open(
      group.texts.get("en")?.get("group_name") ?? "",
      this.said(group, "group_name", place),
      routes,
    );
    this.draft.note(this.said(group, "description", place), "description", place);
    const random = group.row.get("randomization_group");
    if (random) this.report.add("lost.randomisation", place, { name: random });
    for (const question of group.questions) this.question(question);
  }

  private question(question: AskedHere) {
    const { type, title, row } = question;
    const place = { path: `questions.${question.line}` };
    this.draft.count(nameOf(type));
    for (const text of question.texts.values())
      if (text.get("script")) this.report.add("lost.script", place, undefined, title);
    const routes = this.route(this.relevance(question), place);
    if (type === "X") {
      this.draft.note(this.said(question, "question", place), "X", place);
      for (const { text } of routes) this.report.add("lost.routing", place, { expression: text });
      leaveAttributes(this.report, question, [], place, this.looks);
      return;
    }
    if (row.get("preg"))
      this.report.add("lost.constraint", place, { expression: row.get("preg") ?? "" }, title);
    const mandatory = row.get("mandatory");
    if (mandatory === "S") this.report.add("lost.setting", place, { name: "mandatory: S" }, title);
    const ask: Ask = {
      name: title || `Q${question.qid}`,
      place,
      text: this.said(question, "question", place, title),
      help: this.said(question, "help", place, title),
      required: mandatory === "Y",
      routes,
    };
    const way = Object.hasOwn(ways, type) ? ways[type] : undefined;
    if (!way?.read(this, question, ask)) {
      const code = type === "*" ? "lost.calculation" : "lost.kind";
      const expression = this.said(question, "question", place, title).en;
      this.report.add(
        code,
        place,
        type === "*" ? { expression, name: title } : { type: nameOf(type), name: ask.name },
      );
      return;
    }
    if (way.became)
      this.report.add("changed.kind", place, { from: nameOf(type), to: nameOf(way.became) }, title);
    if (type === "O" || type === "P") this.report.add("lost.other", place, undefined, title);
    leaveAttributes(this.report, question, way.carries ?? [], place, this.looks);
  }

  /** The answers a question offers; of two sets, one. */
  answers(question: AskedHere, scale = "0"): Choice[] {
    return question.answers
      .filter(({ row }) => (row.get("scale_id") || "0") === scale)
      .map((one) => {
        const place = { path: `answers.${one.line}` };
        const name = one.row.get("code") ?? "";
        if (Number(one.row.get("assessment_value")) > 0)
          this.report.add("lost.score", place, {
            name: `${question.title} ${name} = ${one.row.get("assessment_value")}`,
          });
        return { name, label: this.said(one, "answer", place, question.title), place };
      });
  }

  /** The parts of a question as choices. */
  parts(question: AskedHere): Choice[] {
    return question.parts.map((one) => {
      const place = { path: `subquestions.${one.line}` };
      for (const { text } of this.route(one.row.get("relevance") ?? "", place))
        this.report.add("lost.choiceFilter", place, { expression: text }, question.title);
      return { name: one.title, label: this.said(one, "question", place, question.title), place };
    });
  }

  /** The parts of a question as rows of it. */
  rows(question: AskedHere, ask: Ask): Ask[] {
    return question.parts
      .filter((one) => (one.row.get("scale_id") || "0") === "0")
      .map((one) => {
        const place: Place = { path: `subquestions.${one.line}` };
        const name = `${ask.name}_${one.title}`;
        const routes = [...ask.routes, ...this.route(one.row.get("relevance") ?? "", place)];
        return {
          ...ask,
          name,
          place,
          text: this.said(one, "question", place, name),
          help: undefined,
          routes,
        };
      });
  }

  attribute = ({ attributes }: AskedHere, name: string): string =>
    attributes.find((one) => one.name === name && one.value)?.value ?? "";

  private said({ texts }: Said, field: string, place: Place, item?: string): Text {
    return this.texts.of(new Map([...texts].map(([tag, row]) => [tag, row.get(field) ?? ""])), place, item);
  }

  private route(text: string, place: Place): Route[] {
    if (/^\s*1?\s*$/.test(text)) return [];
    const known = (name: string) => this.names.get(name) ?? name;
    const several = (name: string) => manifold.test(this.types.get(name) ?? "");
    return [{ text, expression: parseRelevance(text, known, several), place }];
  }

  /** The equation; files of version 1 have a table of conditions in its stead. */
  private relevance({ qid, row }: AskedHere): string {
    const equation = row.get("relevance") ?? "";
    const rows = this.conditions.get(qid) ?? [];
    return rows.length === 0 || !/^\s*1?\s*$/.test(equation) ? equation : equationOf(rows);
  }
}

/** Scenarios are alternatives; within one, conditions on the same field are alternatives, and all fields must hold. */
function equationOf(rows: Row[]): string {
  const scenarios = new Map<string, Map<string, string[]>>();
  for (const row of rows) {
    const scenario = row.get("scenario") ?? "1";
    const field = (row.get("cfieldname") ?? "").replace(/^\+/, "");
    const fields = scenarios.get(scenario) ?? new Map<string, string[]>();
    const value = (row.get("value") ?? "").replaceAll('"', "");
    fields.set(field, [...(fields.get(field) ?? []), `${field} ${row.get("method") ?? "=="} "${value}"`]);
    scenarios.set(scenario, fields);
  }
  return [...scenarios.values()]
    .map((fields) => `(${[...fields.values()].map((some) => `(${some.join(" || ")})`).join(" && ")})`)
    .join(" || ");
}
