import type { Definition } from "#app/instrument/definition.ts";
import { languages } from "#app/locales/language.ts";
import type { Finding } from "./report.ts";
import { inEach, type Row, tagOf, translated, type WrittenSheet } from "./xlsform-cells.ts";
import { Lists } from "./xlsform-lists.ts";
import { ownSheet } from "./xlsform-own.ts";
import { SurveyRows, surveyHeadings } from "./xlsform-rows.ts";

/** An instrument as the sheets of an XLSForm, and what other programs will not see of it. */
export function writeForm(instrument: Definition): { sheets: WrittenSheet[]; findings: Finding[] } {
  const spoken = [...new Set([...languages, ...instrument.languages])];
  const main = instrument.languages[0] ?? "zh-CN";
  const lists = new Lists(instrument);
  const rows = new SurveyRows(instrument, lists);
  const survey = [...rows.consent(), ...instrument.pages.flatMap((page) => rows.page(page))];
  const settings: Row = {
    form_title: (instrument.title as Record<string, string>)[main] ?? "",
    form_id: instrument.code,
    style: "pages",
    default_language: tagOf(main),
  };
  return {
    sheets: [
      { name: "survey", headings: surveyHeadings(spoken), rows: survey },
      { name: "choices", headings: ["list_name", "name", ...translated("label", spoken)], rows: lists.rows },
      { name: "settings", headings: Object.keys(settings), rows: [settings] },
      {
        name: ownSheet,
        headings: [
          "part",
          "name",
          "is",
          "list_name",
          "items",
          ...translated("label", spoken),
          ...translated("hint", spoken),
        ],
        rows: ownRows(instrument, lists),
      },
    ],
    findings: rows.findings,
  };
}

/** What the standard has no place for, as rows of our own sheet. */
function ownRows(instrument: Definition, lists: Lists): Row[] {
  const { minutes, themes, scoring, reserved, scales } = instrument;
  return [
    { part: "instrument", is: instrument.respondent },
    { part: "languages", items: instrument.languages.join(" ") },
    { part: "title", ...inEach("label", instrument.title) },
    { part: "status", ...inEach("label", instrument.status) },
    { part: "minutes", items: `${minutes.from} ${minutes.to}` },
    ...Object.entries(scales).flatMap(([code, scale]) => {
      const list = { list_name: lists.scale(code, false) };
      return [
        { part: "scale", name: code, is: scale.kind, ...list },
        { part: "no answer", ...list, ...inEach("label", scale.notApplicable) },
        { part: "no answer, short", ...list, ...inEach("label", scale.notApplicableShort) },
        ...scale.points.flatMap(({ value, short }) =>
          short ? [{ part: "short", is: String(value), ...list, ...inEach("label", short) }] : [],
        ),
      ];
    }),
    ...themes.map(({ code, title }) => ({ part: "theme", name: code, ...inEach("label", title) })),
    ...scoring.map(({ code, title, meaning, items, minValid }) => ({
      part: "score",
      name: code,
      is: String(minValid),
      items: items.join(" "),
      ...inEach("label", title),
      ...inEach("hint", meaning),
    })),
    ...reserved.map(({ code, note }) => ({ part: "reserved", name: code, ...inEach("label", note) })),
  ];
}
