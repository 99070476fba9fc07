import type { publicPage as chinesePage, releasesRoom as chineseRoom } from "../zh-CN/public.ts";

export const publicPage: typeof chinesePage = {
  description: "{n} students answered. {findings}.",
  older: "This is release {number}; a newer one exists.",
  toNewest: "Go to the newest release",
  otherReleases: "All releases",
  current: "this one",
  standsIn: "Not published this time, but in an earlier release:",
  standsInLink: "{variable} (release {number})",
  standsInTheme: "{theme} by {variable} (release {number})",
  charts: "The numbers in the charts",
  numbers: "Table of numbers: {title}",
  legend: "What the colours mean",
  itemsLead:
    "The statements rated best and lowest within each theme; statements that are neither good nor bad are not ranked. Every statement is in the charts above, and in the tables under them.",
  whoLead:
    "The make-up of those who answered. This was no sample, so it tells who replied, not what students at large are like.",
  skipped: "{n} more skipped this.",
  files: {
    lead: "Made once, at the release; they do not change.",
    brief: "Brief (PDF, for print)",
    aggregates: "All aggregates (CSV, opens in Excel)",
    chart: "Chart: {title}",
    png: "PNG image",
    svg: "SVG drawing",
    size: "{size} KB",
    all: "Charts one by one",
  },
  none: {
    title: "Nothing published yet",
    body: "“{title}” is still running, or its results have not been released. Results appear in steps, each with its method and limits.",
    unknown: "No such study",
    unknownBody:
      "The address may be mistyped, or the study has no public page. Check the link, or ask whoever sent it to you.",
  },
  imageAlt: "Card for release {number} of “{title}”",
  print: "This page prints well on A4; a typeset brief is under “Downloads”.",
};

export const releasesRoom: typeof chineseRoom = {
  title: "Releases",
  lead: {
    none: "Nothing has been released. Once you release, anyone can read the frozen aggregates on the public page.",
    some: "{count} released so far, the last on {date} with {n} answers.",
  },
  next: "The next release",
  preview: "Released now, it would publish aggregates of {n} answers.",
  hidden:
    "{hidden} of its figures would stay hidden: fewer than {k} people, a neighbour that could be worked out, or only a few people away from an earlier release.",
  heldBack:
    "These groupings would not be published this time: {list}. Some of their groups are only a few people away from an earlier release; with more answers they can be.",
  heldBackJoin: ", ",
  byCollege: "Publish groups by college",
  byCollegeNote:
    "Tables that name colleges are easily read as a ranking; unless you tick this they stay unpublished.",
  nothingHidden: "Nothing would have to be hidden.",
  findings: "The page would open with",
  tooFew:
    "At least {missing} more answers are needed. Releases go in steps of {k}, so that nobody can work out single answers by comparing two of them.",
  readerOnly: "Releases are made by researchers; your account can read.",
  make: "Make release {number}",
  confirm: "I understand that it becomes public at once and can be neither changed nor taken back.",
  confirmMissing: "Please tick the confirmation first. Nothing was released.",
  list: "Releases so far",
  number: "No.",
  date: "Date",
  answers: "Answers",
  by: "By",
  files: "Files",
  filesReady: "{count} files ready ({size} KB)",
  filesPending: "being made; reload in a few seconds",
  open: "Open the public page",
  exports: "Export data",
  exportsLead:
    "Answers row by row are for researchers only; keep them safe. CSV files are UTF-8 and open in Excel, WPS, SPSS and R.",
  responses: "Responses",
  responsesZh: "Responses CSV, Chinese labels",
  responsesEn: "Responses CSV, English labels",
  responsesCodes: "Responses CSV, option codes",
  codebook: "Codebook CSV",
  codebookJson: "Codebook JSON",
  missing:
    "Missing codes: 97 not asked, 98 don't know / not applicable, 99 skipped. Where these could be answers themselves (numbers, amounts, sliders) and in dates, the cell is empty and the column ending in _MISSING says why.",
  guard:
    "Text that begins with = + - @ and the like has an apostrophe (') put before it, so that no spreadsheet takes it for a formula; removing one apostrophe from each line restores it.",
};
