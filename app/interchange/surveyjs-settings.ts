import type { FindingCode, Place } from "./report.ts";
import { type Branch, branch, isBranch, list, word } from "./tree.ts";
import type { FormReport } from "./xlsform-report.ts";

/** What settings that are not carried are reported as; every other one is a setting, said once for the whole file. */
const each: Record<string, FindingCode> = {
  enableIf: "lost.routing",
  requiredIf: "lost.routing",
  resetValueIf: "lost.calculation",
  setValueIf: "lost.calculation",
  setValueExpression: "lost.calculation",
  bindings: "lost.calculation",
  expression: "lost.calculation",
  choicesVisibleIf: "lost.choiceFilter",
  choicesEnableIf: "lost.choiceFilter",
  choicesByUrl: "lost.choiceFilter",
  choicesFromQuestion: "lost.choiceFilter",
  choicesFromQuestionMode: "lost.choiceFilter",
  rowsVisibleIf: "lost.choiceFilter",
  columnsVisibleIf: "lost.choiceFilter",
  defaultValue: "lost.default",
  defaultRowValue: "lost.default",
  defaultValueExpression: "lost.default",
  correctAnswer: "lost.score",
  choicesOrder: "lost.randomisation",
  questionsOrder: "lost.randomisation",
  rowsOrder: "lost.randomisation",
  columnsOrder: "lost.randomisation",
  imageLink: "lost.media",
  logo: "lost.media",
  backgroundImage: "lost.media",
  min: "lost.constraint",
  max: "lost.constraint",
  minValueExpression: "lost.constraint",
  maxValueExpression: "lost.constraint",
  minSelectedChoices: "lost.constraint",
  maskType: "lost.constraint",
  eachRowUnique: "lost.constraint",
};
const looks =
  /width|colCount|startWithNewLine|titleLocation|descriptionLocation|^(renderAs|indent|cols|rows|rateType|rateColorMode|itemSize|displayMode|state|showNumber|hideNumber|alternateRows|autoGrow|size|separateSpecialChoices|showLabel|imageFit|contentMode|minImage|maxImage|verticalAlign|cellType|transposeData|gridLayoutColumns|css|theme|showQuestionNumbers|showProgressBar|progressBarLocation|questionTitleLocation|headerView|fitToContainer|logoPosition|logoFit|showTitle|showPageTitles)$/i;
const fieldOf: Partial<Record<FindingCode, string>> = {
  "lost.default": "name",
  "lost.score": "name",
  "lost.randomisation": "name",
  "lost.media": "name",
};

/** Says what of an element's settings is not in the draft. */
export class Settings {
  private readonly said = new Set<string>();
  private readonly report: FormReport;

  constructor(report: FormReport) {
    this.report = report;
  }

  /** @param carried the settings whose meaning is in the draft */
  leave(element: Branch, carried: ReadonlySet<string>, place: Place, item?: string) {
    for (const [name, value] of Object.entries(element)) {
      if (carried.has(name) || value === null || value === "" || value === false) continue;
      if (name === "validators") this.validators(list(value), place, item);
      else if (/Order$/.test(name) && (value === "none" || value === "initial")) continue;
      else if (Object.hasOwn(each, name)) {
        const code = each[name] as FindingCode;
        this.report.add(code, place, { [fieldOf[code] ?? "expression"]: `${name}: ${brief(value)}` }, item);
      } else this.once(name, place);
    }
  }

  private once(name: string, place: Place) {
    if (this.said.has(name) || this.said.size > 200) return;
    this.said.add(name);
    this.report.add(looks.test(name) ? "lost.appearance" : "lost.setting", place, { name });
  }

  private validators(rules: unknown[], place: Place, item: string | undefined) {
    for (const rule of rules) {
      const { type, text: _text, ...more } = branch(rule);
      this.report.add("lost.constraint", place, { expression: `${word(type)} ${brief(more)}` }, item);
    }
  }
}

/** A value in few letters. */
export const brief = (value: unknown): string =>
  isBranch(value) || Array.isArray(value) ? JSON.stringify(value).slice(0, 200) : String(value).slice(0, 200);
