import type { Text } from "#app/locales/language.ts";
import { Drafting, type Route } from "./drafting.ts";
import { emptyText, ForeignTexts } from "./foreign-texts.ts";
import type { GivenFile, InstrumentFormat } from "./format.ts";
import { type Ask, Making } from "./making.ts";
import { readFlow } from "./qualtrics-flow.ts";
import { readLogic, wordsOf } from "./qualtrics-logic.ts";
import { type Imported, type Place, Unreadable } from "./report.ts";
import { type Branch, branch, isBranch, list, peek, readTree, word } from "./tree.ts";
import type { Choice } from "./xlsform-choices.ts";

/** A choice, row or column: `id` is its number in the file, `name` the value it is recoded to. */
export interface Listed extends Choice {
  id: string;
}

/** Qualtrics' survey files (.qsf). Read only. */
export const qualtrics: InstrumentFormat = {
  name: { "zh-CN": "Qualtrics", en: "Qualtrics" },
  extensions: ["qsf"],
  mediaType: "application/json",
  recognises(file) {
    const text = peek(file);
    return /^\s*\{/.test(text) && /"SurveyElements"\s*:/.test(text) && /"SurveyEntry"\s*:/.test(text);
  },
  read(file: GivenFile): Imported {
    const tree = readTree(file);
    if (!isBranch(tree) || !(Array.isArray(tree.SurveyElements) || isBranch(tree.SurveyElements)))
      throw new Unreadable("wrongFormat");
    return new QualtricsReading(tree).imported(file.name);
  },
};

/** What is demanded of a question's answer. */
export const settingsOf = (question: Branch): Branch => branch(branch(question.Validation).Settings);

/** Values of a list or of a branch with numbers for names. */
export const values = (tree: unknown): Branch[] =>
  (Array.isArray(tree) ? tree : Object.values(branch(tree))).filter(isBranch);

/** Elements that keep the file's own books, and nothing of what is asked. */
const books = new Set(["QC", "STAT", "RS", "PROJ", "PL", "BL", "FL", "SQ"]);

/** Reads the questions of one file. */
export class QualtricsReading {
  readonly draft = new Drafting(false);
  readonly make = new Making(this.draft);
  readonly questions = new Map<string, Branch>();
  readonly elements: Branch[];
  private readonly names = {
    Choices: new Map<Branch, ReturnType<QualtricsReading["named"]>>(),
    Answers: new Map<Branch, ReturnType<QualtricsReading["named"]>>(),
  };
  private readonly entry: Branch;
  private readonly main: string;
  private readonly texts: ForeignTexts;

  constructor(tree: Branch) {
    this.elements = values(tree.SurveyElements);
    this.entry = branch(tree.SurveyEntry);
    for (const one of this.of("SQ")) {
      const id = word(branch(one.Payload).QuestionID) || word(one.PrimaryAttribute);
      if (this.questions.has(id)) this.report.add("changed.options", { path: id }, { what: id });
      else this.questions.set(id, branch(one.Payload));
    }
    this.main = word(this.entry.SurveyLanguage) || "default";
    const others = [...this.questions.values()].flatMap((one) => Object.keys(branch(one.Language)));
    const sample = () =>
      [...this.questions.values()]
        .map((one) => word(one.QuestionText).slice(0, 100))
        .slice(0, 200)
        .join(" ");
    const tags = [...new Set([this.main, ...others])].slice(0, 60);
    this.texts = new ForeignTexts(this.draft.report, tags, sample, /\$\{[a-z]+:\/\/[^}]*\}/);
  }

  get report() {
    return this.draft.report;
  }

  of = (element: string): Branch[] => this.elements.filter((one) => one.Element === element);

  imported(name: string): Imported {
    const pages = readFlow(this);
    for (const { Element, PrimaryAttribute, SecondaryAttribute, Payload } of this.elements) {
      const kind = word(Element);
      if (books.has(kind)) continue;
      const said = [kind, word(SecondaryAttribute) || word(PrimaryAttribute)].join(": ");
      if (kind === "SCO") {
        if (list(branch(Payload).ScoringCategories).length)
          this.report.add("lost.score", { path: kind }, { name: said });
      } else
        this.report.add(kind === "SO" ? "lost.appearance" : "lost.setting", { path: kind }, { name: said });
    }
    const text = (field: string) =>
      this.texts.of(new Map([[this.main, word(this.entry[field])]]), { path: `SurveyEntry.${field}` });
    return this.draft.finish(
      { name, title: text("SurveyName"), invitation: text("SurveyDescription") },
      pages > 1,
    );
  }

  said(question: Branch, place: Place, item: string): Text {
    return this.spoken(
      word(question.QuestionText),
      question,
      (inner) => word(inner.QuestionText),
      place,
      item,
    );
  }

  /** A page's words, in the file's main language. */
  plain = (words: string, place: Place): Text =>
    words ? this.texts.of(new Map([[this.main, words]]), place) : emptyText();

  /** The choices (rows) or answers (columns) of a question in their order, under the values they are recoded to. */
  listed(
    question: Branch,
    what: "Choices" | "Answers",
    { place, code = "" }: Pick<Ask, "place" | "code">,
  ): Listed[] {
    return [...this.named(question, what)].map(([id, { name, given }]) => {
      const label = this.spoken(
        word(given.Display),
        question,
        (inner) => word(branch(branch(inner[what])[id]).Display),
        place,
        code,
      );
      if (isBranch(given.DisplayLogic))
        this.report.add("lost.choiceFilter", place, { expression: wordsOf(given.DisplayLogic) }, code);
      if (isBranch(given.Image))
        this.report.add("lost.media", place, { name: word(given.Image.ImageLocation) || id }, code);
      const other = given.TextEntry ? { other: true as const } : {};
      const alone = given.ExclusiveAnswer ? { exclusive: true as const } : {};
      return { id, name, label, place, ...other, ...alone };
    });
  }

  /** Recoded values stand for choices where no two have the same. */
  private named(question: Branch, what: "Choices" | "Answers"): Map<string, { name: string; given: Branch }> {
    const known = this.names[what].get(question);
    if (known) return known;
    const all = new Map(
      Object.entries(question[what] ?? {}).map(([id, one]) => [id, isBranch(one) ? one : { Display: one }]),
    );
    const order = list(question[what === "Choices" ? "ChoiceOrder" : "AnswerOrder"]).map(word);
    const ids = [...new Set([...order.filter((id) => all.has(id)), ...all.keys()])];
    const recoded = branch(question.RecodeValues);
    // A matrix recodes its columns; its rows keep their numbers.
    const counts = what === "Answers" || question.QuestionType !== "Matrix";
    const names = ids.map((id) => (counts && word(recoded[id])) || id);
    const apart = new Set(names).size === names.length;
    const made = new Map(
      ids.map((id, at) => [id, { name: apart ? (names[at] ?? id) : id, given: branch(all.get(id)) }]),
    );
    this.names[what].set(question, made);
    return made;
  }

  route(logic: unknown, place: Place): Route {
    const expression = readLogic(logic, (id, row, choice) => {
      const question = this.questions.get(id);
      if (!question || (row === undefined) === (question.QuestionType === "Matrix")) return undefined;
      return this.named(question, row === undefined ? "Choices" : "Answers").get(choice)?.name;
    });
    return { text: wordsOf(logic), expression, place };
  }

  private spoken(
    main: string,
    question: Branch,
    of: (inner: Branch) => string,
    place: Place,
    item: string,
  ): Text {
    const others = Object.entries(branch(question.Language)).map(
      ([tag, inner]) => [tag, of(branch(inner))] as const,
    );
    return this.texts.of(new Map([...others, [this.main, main]]), place, item);
  }
}
