import { joined } from "./foreign-texts.ts";
import type { Ask } from "./making.ts";
import { type Listed, type QualtricsReading, settingsOf } from "./qualtrics.ts";
import { wordsOf } from "./qualtrics-logic.ts";
import type { Place } from "./report.ts";
import { type Branch, branch, isBranch, list, word } from "./tree.ts";

type Way = (reading: QualtricsReading, question: Branch, ask: Ask) => boolean;

const single: Way = (reading, question, ask) =>
  reading.make.rated(ask, reading.listed(question, "Choices", ask), false);
const multiple: Way = (reading, question, ask) =>
  reading.make.multiple(
    ask,
    reading.listed(question, "Choices", ask),
    Number(settingsOf(question).MaxChoices) || undefined,
  );
const matrix =
  (way: "one" | "several"): Way =>
  (reading, question, ask) => {
    const made = reading.make.rows(
      ask,
      rowsOf(reading, question, ask),
      reading.listed(question, "Answers", ask),
      way,
    );
    if (made && word(branch(question.Randomization).Type) === "All") reading.draft.shuffle();
    return made;
  };
const words: Way = (reading, _question, ask) => reading.make.words(ask);

/** REGISTRY: types and selectors of Qualtrics that have a kind here. A kind the house learns later is one line; the others are lost. */
const ways: Record<string, Way> = {
  "MC SAVR": single,
  "MC SAHR": single,
  "MC SACOL": single,
  "MC DL": single,
  "MC SB": single,
  "MC MAVR": multiple,
  "MC MAHR": multiple,
  "MC MACOL": multiple,
  "MC MSB": multiple,
  "MC NPS": nps,
  "RO DND": ranking,
  "RO SB": ranking,
  "RO TB": ranking,
  "CS VRTL": shares,
  "CS HR": shares,
  "CS SLIDER": shares,
  "CS BAR": shares,
  "Slider HSLIDER": slider,
  "Slider HBAR": slider,
  "Slider STAR": slider,
  "TE SL": words,
  "TE ML": words,
  "TE ESTB": words,
  "TE FORM": (reading, question, ask) => reading.make.fields(ask, rowsOf(reading, question, ask)),
  "Matrix Likert": matrix("one"),
  "Matrix Likert SingleAnswer": matrix("one"),
  "Matrix Likert DL": matrix("one"),
  "Matrix Likert DND": matrix("one"),
  "Matrix Likert MultipleAnswer": matrix("several"),
};

function nps(reading: QualtricsReading, question: Branch, ask: Ask): boolean {
  const points = reading.listed(question, "Choices", ask);
  const none = { "zh-CN": "", en: "" };
  // Labels that are no numbers are words for the ends.
  const words = (at: number) => {
    const label = points.at(at)?.label;
    return label && !/^\d*$/.test(label["zh-CN"] + label.en) ? label : none;
  };
  return points.length === 11
    ? reading.make.nps(ask, words(0), words(-1))
    : reading.make.rated(ask, points, true);
}

function ranking(reading: QualtricsReading, question: Branch, ask: Ask): boolean {
  return reading.make.ranking(ask, reading.listed(question, "Choices", ask));
}

/** Parts that must make a total; without one they are numbers of their own, which nobody asked here. */
function shares(reading: QualtricsReading, question: Branch, ask: Ask): boolean {
  const { ChoiceTotal } = settingsOf(question);
  return reading.make.sum(ask, reading.listed(question, "Choices", ask), Number(ChoiceTotal ?? 0));
}

/** One line for each of its choices. Lines with more steps than a phone has room for are lost. */
function slider(reading: QualtricsReading, question: Branch, ask: Ask): boolean {
  const configuration = branch(question.Configuration);
  const bound = (name: string, usual: number) => Number(word(configuration[name]) || usual);
  const [from, to] = [bound("CSSliderMin", 0), bound("CSSliderMax", 100)];
  const step = (to - from) / (bound("GridLines", 10) || 10);
  const rows = rowsOf(reading, question, ask);
  const made = rows.map((row) => {
    const text = rows.length > 1 ? joined([ask.text, row.text], { "zh-CN": "：", en: ": " }) : ask.text;
    return reading.make.slider(rows.length > 1 ? { ...row, text } : ask, from, to, step);
  });
  return made.length > 0 && made.every(Boolean);
}

function wayOf(question: Branch): Way | undefined {
  const [type, selector, sub] = [
    word(question.QuestionType),
    word(question.Selector),
    word(question.SubSelector),
  ];
  return [`${type} ${selector} ${sub}`, `${type} ${selector}`]
    .map((name) => (Object.hasOwn(ways, name) ? ways[name] : undefined))
    .find((one, at) => one && (at === 0 || type !== "Matrix" || sub === ""));
}

/** Reads one question. What it cannot be here is reported with its place. */
export function readQuestion(reading: QualtricsReading, id: string, question: Branch, outer: Ask["routes"]) {
  const place: Place = { path: id };
  const tag = word(question.DataExportTag) || id;
  const type = [question.QuestionType, question.Selector].map(word).filter(Boolean).join(" ") || "?";
  reading.draft.count(type);
  const text = reading.said(question, place, tag);
  const logic = [question.DisplayLogic, question.InPageDisplayLogic].filter(isBranch);
  const routes = [...outer, ...logic.map((one) => reading.route(one, place))];
  leave(reading, question, place, tag);
  if (question.QuestionType === "DB") {
    reading.draft.note(text, "DB", place);
    if (question.Selector === "GRB")
      reading.report.add("lost.media", place, { name: word(branch(question.Graphics).Description) || tag });
    for (const one of logic) reading.report.add("lost.routing", place, { expression: wordsOf(one) }, tag);
    return;
  }
  const force = word(settingsOf(question).ForceResponse);
  const ask: Ask = { name: id, code: tag, place, text, required: force === "ON", routes };
  if (!wayOf(question)?.(reading, question, ask)) reading.report.add("lost.kind", place, { type, name: tag });
}

/** Rows of a matrix or a form, under the names the data have for them. */
function rowsOf(reading: QualtricsReading, question: Branch, ask: Ask): Ask[] {
  const tags = branch(question.ChoiceDataExportTags);
  const rows = reading.listed(question, "Choices", ask);
  for (const { other } of rows) if (other) reading.report.add("lost.other", ask.place, undefined, ask.code);
  return rows.map((row: Listed) => ({
    ...ask,
    name: `${ask.name}#${row.id}`,
    code: word(tags[row.id]) || `${ask.code}_${row.id}`,
    text: row.label,
    help: undefined,
  }));
}

const asked = new Set(["None", "", "null"]);

/** What of a question is not in the draft. */
function leave(reading: QualtricsReading, question: Branch, place: Place, tag: string) {
  const { report } = reading;
  const settings = settingsOf(question);
  if (word(question.QuestionJS)) report.add("lost.script", place, undefined, tag);
  if (settings.ForceResponse === "RequestResponse")
    report.add("lost.setting", place, { name: "RequestResponse" }, tag);
  const type = word(settings.Type);
  if (!asked.has(type) && type !== "MaxChoices")
    report.add(
      "lost.constraint",
      place,
      {
        expression: [type, word(settings.ContentType), word(settings.MinChars), word(settings.MaxChars)]
          .join(" ")
          .trim(),
      },
      tag,
    );
  if (Number(settings.MinChoices) > 0)
    report.add("lost.constraint", place, { expression: `MinChoices ${word(settings.MinChoices)}` }, tag);
  if (isBranch(settings.CustomValidation))
    report.add("lost.constraint", place, { expression: "CustomValidation" }, tag);
  for (const one of [...list(question.SkipLogic), ...Object.values(branch(question.SkipLogic))])
    if (isBranch(one))
      report.add(
        "lost.routing",
        place,
        { expression: word(one.Description).replace(/<[^>]*>/g, "") || "SkipLogic" },
        tag,
      );
  if (isBranch(question.DefaultChoices) && Object.keys(question.DefaultChoices).length)
    report.add("lost.default", place, { name: JSON.stringify(question.DefaultChoices) }, tag);
  if (list(question.GradingData).length) report.add("lost.score", place, { name: "GradingData" }, tag);
  for (const name of ["DynamicChoices", "DynamicAnswers"])
    if (isBranch(question[name]))
      report.add(
        "lost.choiceFilter",
        place,
        { expression: word(branch(question[name]).Locator) || name },
        tag,
      );
  const random = word(branch(question.Randomization).Type);
  if (!asked.has(random) && !(random === "All" && question.QuestionType === "Matrix"))
    report.add("lost.randomisation", place, { name: `${tag} ${random}` }, tag);
}
