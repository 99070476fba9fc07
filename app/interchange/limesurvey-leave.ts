import type { AskedHere } from "./limesurvey-survey.ts";
import type { Tables } from "./limesurvey-tables.ts";
import type { FindingCode, Place } from "./report.ts";
import type { FormReport } from "./xlsform-report.ts";

const known: [RegExp, FindingCode, string][] = [
  [/^array_filter/, "lost.choiceFilter", "expression"],
  [
    /^(random_order|answer_order|subquestion_order|random_group|random_subquestions)$/,
    "lost.randomisation",
    "name",
  ],
  [
    /^(em_validation_s?q|min_answers|max_answers|max_subquestions|minimum_chars|maximum_chars|num_value_int_only|numbers_only|other_numbers_only|equals_num_value|(min|max)_num_value(_n)?|(multiflexible|slider)_\w+|date_(min|max|format)|input_boxes)$/,
    "lost.constraint",
    "expression",
  ],
  [/^(location_|image|exclude_all_others)/, "lost.setting", "name"],
];
/** What has these values is as LimeSurvey makes it, or says nothing. */
const idle = new Set(["", "0", "N", "no", "off", "none", "inherit", "default", "normal", "core", "I", "en"]);
/** How questions look, or what LimeSurvey does with the answers afterwards. */
const looks =
  /^(cssclass|display_|dropdown_|text_input|input_size|text_area|repeat_headings|answer_width|label_input|prefix|suffix|use_dropdown|hide_tip|alphasort|printable_help|page_break|category_separator|choice_|rank_|samechoice|samelist|showpopups|statistics_|public_statistics|scale_export|save_as_default|clear_default|time_limit_|em_validation_\w*tip|other_position|keep_codes_order|placeholder|parent_order|reverse$)/;

/** Set to 1 or Y unless somebody changes them. */
const usual = /^(statistics_|public_|showpopups|same|time_limit_|save_as_default|clear_default)/;

/** Says what of a question's attributes is not in the draft. @param once what was said of the file's looks already */
export function leaveAttributes(
  report: FormReport,
  { attributes, title }: AskedHere,
  carried: string[],
  place: Place,
  once: Set<string>,
) {
  const said = new Set(carried);
  for (const { name, value } of attributes) {
    if (said.has(name) || idle.has(value)) continue;
    said.add(name);
    const [, code, field] = known.find(([pattern]) => pattern.test(name)) ?? [];
    if (code && field) report.add(code, place, { [field]: `${name}: ${value}` }, title);
    else if (!looks.test(name)) report.add("lost.setting", place, { name: `${name}: ${value}` }, title);
    else if (!once.has(name) && !(usual.test(name) && /^[1Y]$/.test(value))) {
      once.add(name);
      report.add("lost.appearance", place, { name: `${name}: ${value}` }, title);
    }
  }
}

const read = new Set([
  "answers",
  "answer_l10ns",
  "groups",
  "group_l10ns",
  "questions",
  "subquestions",
  "question_l10ns",
  "question_attributes",
  "conditions",
]);

/** Says what other tables held. */
export function leaveTables(report: FormReport, { tables }: Tables) {
  for (const [name, rows] of tables) {
    const place = { path: name };
    if (read.has(name)) continue;
    if (name === "defaultvalues" || name === "defaultvalue_l10ns")
      for (const row of rows.slice(0, 500)) {
        const value = row.get("defaultvalue");
        if (value) report.add("lost.default", place, { name: value });
      }
    else if (name === "assessments")
      for (const row of rows.slice(0, 500))
        report.add("lost.score", place, { name: row.get("name") ?? name });
    else if (name === "surveys_languagesettings") {
      if (rows.some((row) => row.get("surveyls_endtext")))
        report.add("lost.setting", place, { name: "surveyls_endtext" });
      if (rows.some((row) => row.get("surveyls_policy_notice")))
        report.add("lost.setting", place, { name: "surveyls_policy_notice" });
    } else report.add("lost.setting", place, { name });
  }
}
