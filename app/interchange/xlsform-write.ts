import type { Instrument } from "#app/instrument/definition.ts";
import type { Finding } from "./report.ts";
import { inBoth, type Row, tags, translated, type WrittenSheet } from "./xlsform-cells.ts";
import { Lists } from "./xlsform-lists.ts";
import { ownSheet } from "./xlsform-own.ts";
import { SurveyRows, surveyHeadings } from "./xlsform-rows.ts";

/** An instrument as the sheets of an XLSForm, and what other programs will not see of it. */
export function writeForm(instrument: Instrument): { sheets: WrittenSheet[]; findings: Finding[] } {
  const lists = new Lists(instrument);
  const rows = new SurveyRows(instrument, lists);
  const survey = [...rows.consent(), ...instrument.pages.flatMap((page) => rows.page(page))];
  const settings: Row = {
    form_title: instrument.title["zh-CN"],
    form_id: instrument.code,
    style: "pages",
    default_language: tags["zh-CN"],
  };
  return {
    sheets: [
      { name: "survey", headings: surveyHeadings, rows: survey },
      { name: "choices", headings: ["list_name", "name", ...translated("label")], rows: lists.rows },
      { name: "settings", headings: Object.keys(settings), rows: [settings] },
      {
        name: ownSheet,
        headings: ["part", "name", "is", "list_name", "items", ...translated("label"), ...translated("hint")],
        rows: ownRows(instrument, lists),
      },
    ],
    findings: rows.findings,
  };
}

/** What the standard has no place for, as rows of our own sheet. */
function ownRows(instrument: Instrument, lists: Lists): Row[] {
  const { minutes, themes, scoring, reserved, scales } = instrument;
  return [
    { part: "instrument", is: instrument.respondent },
    { part: "title", ...inBoth("label", instrument.title) },
    { part: "status", ...inBoth("label", instrument.status) },
    { part: "minutes", items: `${minutes.from} ${minutes.to}` },
    ...Object.entries(scales).flatMap(([code, scale]) => {
      const list = { list_name: lists.scale(code, false) };
      return [
        { part: "scale", name: code, is: scale.kind, ...list },
        { part: "no answer", ...list, ...inBoth("label", scale.notApplicable) },
        { part: "no answer, short", ...list, ...inBoth("label", scale.notApplicableShort) },
        ...scale.points.flatMap(({ value, short }) =>
          short ? [{ part: "short", is: String(value), ...list, ...inBoth("label", short) }] : [],
        ),
      ];
    }),
    ...themes.map(({ code, title }) => ({ part: "theme", name: code, ...inBoth("label", title) })),
    ...scoring.map(({ code, title, meaning, items, minValid }) => ({
      part: "score",
      name: code,
      is: String(minValid),
      items: items.join(" "),
      ...inBoth("label", title),
      ...inBoth("hint", meaning),
    })),
    ...reserved.map(({ code, note }) => ({ part: "reserved", name: code, ...inBoth("label", note) })),
  ];
}
