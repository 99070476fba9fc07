import type { Text } from "#app/locales/language.ts";
import type { Drafting, Route } from "./drafting.ts";
import { emptyText, ForeignTexts } from "./foreign-texts.ts";
import { type Ask, Making } from "./making.ts";
import type { Place } from "./report.ts";
import { parseSurveyjs } from "./surveyjs-expression.ts";
import { Settings } from "./surveyjs-settings.ts";
import { type Branch, isBranch, list, word } from "./tree.ts";

const spoken =
  /^(title|description|text|html|label|label(True|False)|(min|max)RateDescription|(other|none|refuse|dontKnow)Text)$/;
const severalKinds = new Set(["checkbox", "tagbox", "ranking", "imagepicker", "file"]);

/** What the elements of one SurveyJS file are read with. */
export class SurveyReading {
  readonly draft: Drafting;
  readonly make: Making;
  readonly settings: Settings;
  /** Every question by its name, and by the name its value goes by. */
  readonly elements = new Map<string, Branch>();
  private readonly texts: ForeignTexts;

  constructor(draft: Drafting, survey: Branch) {
    this.draft = draft;
    this.make = new Making(draft);
    this.settings = new Settings(draft.report);
    const tags = new Map<string, number>();
    const samples: string[] = [];
    const look = (value: unknown, key: string) => {
      if (spoken.test(key) && typeof value === "string") samples.push(value.slice(0, 200));
      if (Array.isArray(value))
        for (const one of value) {
          if (key === "choices" && typeof one === "string") samples.push(one.slice(0, 50));
          look(one, "");
        }
      else if (isBranch(value)) {
        for (const name of word(value.type) ? [word(value.name), word(value.valueName)] : [])
          if (name && !this.elements.has(name)) this.elements.set(name, value);
        for (const [name, inner] of Object.entries(value)) {
          if (spoken.test(key) && typeof inner === "string") {
            tags.set(name, (tags.get(name) ?? 0) + 1);
            if (name === "default") samples.push(inner.slice(0, 200));
          } else look(inner, name);
        }
      }
    };
    look(survey, "");
    const all = ["default", ...[...tags.keys()].filter((tag) => tag !== "default")].slice(0, 60);
    this.texts = new ForeignTexts(draft.report, all, () => samples.join(" "), /\{[^{}\n]{1,80}\}/);
  }

  get report() {
    return this.draft.report;
  }

  /** @param quiet where names between braces are not answers */
  text(value: unknown, place: Place, item?: string, quiet = false): Text {
    if (value === undefined || value === null) return emptyText();
    const plain = word(value);
    const said = isBranch(value)
      ? new Map(
          Object.entries(value).flatMap(([tag, text]) => (word(text) ? [[tag, word(text)] as const] : [])),
        )
      : new Map([["default", plain]]);
    return this.texts.of(said, place, item, quiet);
  }

  route(element: Branch, place: Place): Route[] {
    const text = word(element.visibleIf).trim();
    if (!text) return [];
    return [{ text, expression: parseSurveyjs(text, (name) => this.several(name)), place }];
  }

  /** What all questions have; their title stands for their name where they have none. */
  ask(element: Branch, place: Place, routes: Route[]): Ask {
    const name = word(element.name);
    const title = this.text(element.title, place, name);
    const help = this.text(element.description, place, name);
    return {
      name: word(element.valueName) || name,
      ...(name ? { code: name } : {}),
      place,
      text: title["zh-CN"] || title.en ? title : this.text(name, place, name, true),
      help,
      required: element.isRequired === true,
      routes: [...routes, ...this.route(element, place)],
    };
  }

  private several(name: string): boolean {
    const element = this.elements.get(name);
    const type = word(element?.type);
    return severalKinds.has(type) && (type !== "imagepicker" || element?.multiSelect === true);
  }
}

/** Whether every one of a page's elements is words or a tick: then it is what is read and agreed to. */
export const isTick = (element: Branch): boolean =>
  (element.type === "boolean" && element.renderAs === "checkbox") ||
  (element.type === "checkbox" &&
    list(element.choices).length === 1 &&
    !element.hasOther &&
    !element.showOtherItem);
