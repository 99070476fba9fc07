import type { exchange as chinese } from "../zh-CN/exchange.ts";

export const exchange: typeof chinese = {
  import: {
    title: "Import a survey",
    lead: "Bring a survey you already have. You first see what was read, what was changed and what could not be carried; nothing is stored until you agree.",
    into: "Into the draft of “{code}”: once you agree, all of it is replaced. The draft as it is now stays in the history and can be restored.",
    file: "Survey file",
    fileHint:
      "XLSForm (.xlsx, .csv), SurveyJS (.json), LimeSurvey (.lss, .lsg, .lsq), Qualtrics (.qsf), 问卷星 text (.txt), Tributary JSON. Recognised by content; at most 10 MB.",
    text: "Or paste 问卷星 text here",
    textHint: "In the editor of 问卷星 choose 批量添加题目 and copy all of its text.",
    check: "Read and preview",
    checking: "Reading…",
    cancel: "Cancel",
    refused: "Not read: {reason}",
    at: { line: "line {n}", sheet: "sheet {name}" },
  },
  report: {
    title: "What was read",
    summary: "Read as {format}: {n} questions. Nothing is stored yet.",
    whole: "Everything was carried, and nothing was changed.",
    read: "Kinds of question in the file",
    changed: { one: "{n} thing was changed to fit", other: "{n} things were changed to fit" },
    lost: { one: "{n} thing could not be carried", other: "{n} things could not be carried" },
    more: "{n} more are not listed here.",
    where: "Where",
    item: "Question",
    what: "What",
    preview: "The questions",
    previewHint: "Codes, kinds and words as they will be stored. All of it can be changed later.",
    moreItems: "{n} more; the editor shows them once they are stored.",
    options: "Options: {options}",
    agree: "Agree and save",
    agreeTitle: "Save as",
    target: "Save to",
    new: "A new survey",
    existing: "In place of the draft of “{code}”",
    code: "Code",
    codeHint:
      "Small letters, digits and hyphens, a letter first. Only for a new survey; it cannot be changed later.",
    name: "Title",
    saving: "Saving…",
    again: "Another file",
  },
  problems: {
    noTitle: "Please give it a title.",
    longTitle: "The title is too long.",
    badCode:
      "A code begins with a small letter and has only small letters, digits and hyphens; at least two.",
    taken: "A survey of this study has this code already. Please choose another.",
    gone: "That survey is not there any more. Please choose another.",
    meanwhile: "Somebody has just changed that draft. Please save once more.",
  },
  files: {
    lead: "Download this draft, or replace it by a file. What a format cannot carry is said before you download.",
    title: "Download",
    download: "Download {format}",
    exact: "Exact: read back in, it is what it is now.",
    nothing: "All of this survey can be carried.",
    changed: { one: "{n} thing will look different", other: "{n} things will look different" },
    lost: { one: "{n} thing cannot be carried", other: "{n} things cannot be carried" },
    elsewhere: {
      one: "Exact when read back in; other programs pass by {n} thing",
      other: "Exact when read back in; other programs pass by {n} things",
    },
    readOnly: "Formats that can be read only: {formats}.",
    import: "Replace the draft by a file",
    importHint: "A report comes first; the draft as it is now stays in the history.",
    translations: "Translations go out and come in on the page Languages.",
    schema: "The format of Tributary JSON (JSON Schema)",
    subset: {
      product: "The platform's own format; nothing is missing.",
      xlsform:
        "ODK, KoBoToolbox, SurveyCTO and others read it. What they have no place for stands in columns and a sheet called tributary, which they pass by.",
      xlsformCsv: "The same in one CSV file.",
      wjxText:
        "The text of 问卷星's 批量添加题目, in one language. Carries scales, single and multiple choice (with words beside “other”), blanks, matrices, rankings, pages and jumps; other kinds cannot be written and are listed below.",
      surveyjs:
        "SurveyJS's JSON, in Chinese and English. Carries scale matrices, single and multiple choice, texts, numbers, dates, rankings, sliders, net promoter, section text and conditions.",
    },
  },
};
