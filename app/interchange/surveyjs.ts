import type { Instrument } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import { Drafting, type Route } from "./drafting.ts";
import type { GivenFile, InstrumentFormat } from "./format.ts";
import { minimalConsent } from "./minimal-consent.ts";
import { type Imported, Unreadable } from "./report.ts";
import { branches } from "./surveyjs-choices.ts";
import { readQuestion } from "./surveyjs-elements.ts";
import { isTick, SurveyReading } from "./surveyjs-reading.ts";
import { brief } from "./surveyjs-settings.ts";
import { writeSurveyjs } from "./surveyjs-write.ts";
import { type Branch, branch, isBranch, list, peek, readTree, word } from "./tree.ts";
import { hasWords } from "./xlsform-report.ts";

/**
 * SurveyJS JSON, of the form library's version 1 and 2. Written and read again, an instrument keeps its texts, pages,
 * codes, kinds, options, scales, conditions and order of chance; what SurveyJS has no place for is reported on writing.
 */
export const surveyjs: InstrumentFormat = {
  name: { "zh-CN": "SurveyJS", en: "SurveyJS" },
  extensions: ["json"],
  mediaType: "application/json",
  recognises(file) {
    const text = peek(file);
    return (
      /^\s*\{/.test(text) &&
      /"(pages|elements|questions)"\s*:\s*\[/.test(text) &&
      /"type"\s*:\s*"/.test(text) &&
      !/"(SurveyElements|respondent)"\s*:/.test(text)
    );
  },
  read,
  write: writeSurveyjs,
};

const pageSettings = new Set(["name", "title", "description", "visibleIf", "elements", "questions"]);
const panelSettings = new Set(["type", ...pageSettings]);
const surveySettings = new Set([
  "title",
  "description",
  "pages",
  "elements",
  "questions",
  "locale",
  "$schema",
]);

function read(file: GivenFile): Imported {
  const tree = readTree(file);
  if (!isBranch(tree)) throw new Unreadable("wrongFormat");
  // Some tools keep the survey inside of an envelope.
  const survey =
    ["json", "survey", "content"].map((key) => branch(tree[key])).find((one) => one.pages) ?? tree;
  const pages = list(survey.pages).filter(isBranch);
  const loose = elementsOf(survey);
  if (pages.length + loose.length === 0) throw new Unreadable("wrongFormat");
  const first = pages[0];
  const asks = first && isConsent(first) ? first : undefined;
  const draft = new Drafting(asks !== undefined);
  const reading = new SurveyReading(draft, survey);
  const consent = asks && readConsent(reading, asks);
  for (const [at, page] of pages.entries()) {
    if (page === asks) continue;
    const path = `pages.${at}`;
    draft.open(word(page.name), reading.text(page.title, { path }), reading.route(page, { path }));
    draft.note(reading.text(page.description, { path }), "page", { path });
    walk(reading, elementsOf(page), path, []);
    reading.settings.leave(page, pageSettings, { path });
  }
  if (pages.length === 0) walk(reading, loose, "survey", []);
  leaveSurvey(reading, survey);
  const heading = {
    name: file.name,
    title: reading.text(survey.title, { path: "title" }),
    invitation: reading.text(survey.description, { path: "description" }),
    consent,
  };
  return draft.finish(heading, pages.length > 0);
}

const elementsOf = (holder: Branch): unknown[] => [
  ...list(holder.elements),
  ...(holder.questions === undefined ? [] : list(holder.questions)),
];

/** Elements one after the other; panels are opened, and what they are shown for goes for all that is in them. */
function walk(reading: SurveyReading, elements: unknown[], path: string, routes: Route[]) {
  for (const [at, given] of elements.entries()) {
    const element = branch(given);
    const place = { path: `${path}.elements.${at}` };
    const name = word(element.name);
    switch (word(element.type)) {
      case "panel":
      case "flowpanel": {
        reading.draft.note(reading.text(element.title, place), "panel", place);
        reading.draft.note(reading.text(element.description, place), "panel", place);
        walk(reading, elementsOf(element), place.path, [...routes, ...reading.route(element, place)]);
        reading.settings.leave(element, panelSettings, place, name);
        break;
      }
      case "paneldynamic":
      case "matrixdynamic":
        reading.draft.count(word(element.type));
        reading.report.add("lost.repeat", place, { name: name || word(element.type) });
        for (const inner of branches(element.templateElements))
          reading.report.add("lost.kind", place, { type: word(inner.type), name: word(inner.name) });
        break;
      case "html":
        reading.draft.note(reading.text(element.html, place), "html", place);
        for (const { text } of reading.route(element, place))
          reading.report.add("lost.routing", place, { expression: text }, name);
        break;
      case "image":
        reading.report.add("lost.media", place, { name: brief(element.imageLink ?? name) });
        break;
      case "expression":
        reading.draft.count("expression");
        reading.report.add("lost.calculation", place, { expression: word(element.expression), name });
        break;
      default:
        readQuestion(reading, element, place, routes);
    }
  }
}

/** Words and ticks only, at the very beginning, one of which must be set: what is agreed to. */
function isConsent(page: Branch): boolean {
  const elements = elementsOf(page).map(branch);
  const ticks = elements.filter(isTick);
  return (
    ticks.some((one) => one.isRequired === true) &&
    elements.every((one) => (isTick(one) || one.type === "html") && !one.visibleIf)
  );
}

function readConsent(reading: SurveyReading, page: Branch): Instrument["consent"] {
  const letter: Text[] = [];
  const ticks: Instrument["consent"]["ticks"] = [];
  for (const [at, given] of elementsOf(page).entries()) {
    const element = branch(given);
    const place = { path: `pages.0.elements.${at}` };
    if (element.type === "html")
      letter.push(...paragraphs(reading.text(element.html, place, undefined, true)));
    else {
      reading.draft.count(word(element.type));
      const label = element.label ?? (element.type === "checkbox" ? list(element.choices)[0] : undefined);
      const said = isBranch(label) && "value" in label ? (label.text ?? label.value) : label;
      const ask = reading.ask(said === undefined ? element : { ...element, title: said }, place, []);
      ticks.push(reading.make.ticked(ask).item);
    }
  }
  if (letter.length === 0) letter.push(reading.text(page.description ?? page.title, { path: "pages.0" }));
  return {
    letter: letter.filter(hasWords).length ? letter.filter(hasWords) : minimalConsent().letter,
    ticks,
  };
}

/** A text's lines, each a paragraph; where the languages have not as many, it stays whole. */
function paragraphs(text: Text): Text[] {
  const chinese = text["zh-CN"].split("\n");
  const english = text.en.split("\n");
  if (chinese.length !== english.length && text["zh-CN"] && text.en) return [text];
  return Array.from({ length: Math.max(chinese.length, english.length) }, (_, at) => ({
    "zh-CN": chinese[at] ?? "",
    en: english[at] ?? "",
  }));
}

function leaveSurvey({ report, settings }: SurveyReading, survey: Branch) {
  const { calculatedValues, triggers, ...others } = survey;
  for (const [at, one] of branches(calculatedValues).entries())
    report.add(
      "lost.calculation",
      { path: `calculatedValues.${at}` },
      {
        expression: `${word(one.name)} = ${word(one.expression)}`,
      },
    );
  for (const [at, one] of branches(triggers).entries()) {
    const expression = [word(one.type), word(one.expression) || brief(one)].join(": ");
    report.add("lost.routing", { path: `triggers.${at}` }, { expression });
  }
  settings.leave(others, surveySettings, {});
}
