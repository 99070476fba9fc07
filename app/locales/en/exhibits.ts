import type { exhibits as chinese } from "../zh-CN/exhibits.ts";

export const exhibits: typeof chinese = {
  tabsLabel: "Pages of the results",
  tabs: {
    overview: "Findings",
    scales: "Scales",
    groups: "Groups",
    cross: "Cross-tables",
    trend: "Over time",
    mirrors: "Side by side",
    weights: "Weights",
    modes: "Exam mode",
  },
  files: "“{title}”: copy and download",
  copy: "Copy the table",
  copied: "Copied; paste it into a spreadsheet.",
  notCopied: "Could not copy; download the CSV instead.",
  formats: { csv: "CSV", png: "PNG", svg: "SVG" },
  formatOf: "{format}: download “{title}”",
  shades: {
    "2": "far more than expected",
    "1": "more than expected",
    "-1": "less than expected",
    "-2": "far less than expected",
  },
  columnOf: "{of}, {text}",
  p: "p",
  adjusted: "p, adjusted (Holm, m = {m})",
  method: "How this was computed",
  methodParts: {
    formula: "Formula",
    base: "Who is counted",
    missing: "Missing answers",
    sources: "Sources of the methods",
    view: "This view",
  },
  view: {
    who: "Included: {who}",
    n: "n = {n}",
    day: "answers received up to {day}",
    k: "nothing on fewer than {k} people is shown",
    strict: "strict profile: people to the nearest 5, all else computed from that",
  },
  file: {
    low: "{column} (low)",
    high: "{column} (high)",
    hidden: "Why not shown",
    title: "Table",
    study: "Study",
    who: "Included",
    n: "Respondents",
    day: "As of",
    k: "Smallest base shown",
    data: "Data",
    synthetic: "synthetic",
    colon: ": ",
    join: "; ",
  },
  suspects: {
    label: "Suspect responses",
    all: "Counted like all others",
    without: "Left out",
    chip: "Without suspect responses",
    words: "without suspect responses",
    lead: "Suspect responses are left out of every figure on this page.",
    back: "Count all responses",
  },
  overview: {
    themes: {
      formula: [
        "Every answer counts 1 to 5, reverse-worded items turned (6 − x); a person’s theme score is the mean of their valid answers in it.",
        "Score out of 100 = (mean − 1) ÷ 4 × 100; interval of the mean = mean ± t × standard deviation ÷ √n.",
        "Leans positive where the whole 95% interval lies above 3, negative where it lies below; no verdict under 30 people.",
        "Reliability α rests on those who answered every item of the theme, and is not computed under 30 of them.",
      ],
      base: "Those selected who were asked the theme and answered enough of its items (usually two thirds).",
      missing:
        "“Not applicable”, skipped and not-asked items stay out of a person’s mean and are never taken for neutral; who answered too few has no score and is only among those asked.",
      differences:
        "A minus B of the means is tested by Welch’s t test; p is adjusted over all themes by Holm’s method. The groups are said to differ on a theme only where at least one of its items differs clearly in the same direction (Mann–Whitney and Welch, Holm’s method over the theme’s items), and none in the other.",
    },
    items: {
      formula: [
        "Favourable = people on the two answers of the good side, after turning ÷ valid answers (1–5); unfavourable = the two on the other side.",
        "The interval is Wilson’s, of the favourable share. Median, mean and standard deviation (n − 1) are of the answers as given, not turned.",
      ],
      base: "Those selected who gave one of the five answers to the statement; n may differ from row to row.",
      missing:
        "“Not applicable” and skipped are counted apart and stay out of the shares; who was not asked is in neither.",
      differences:
        "A − B is the difference of the two favourable shares with Newcombe’s interval, item by item, unadjusted.",
    },
    choices: {
      formula: [
        "Share = people who chose the option ÷ people who answered the question; the interval is Wilson’s.",
      ],
      base: "Those selected who answered this question.",
      missing: "Those who skipped it or were not asked are told beside it and stay out of the shares.",
      net: "Net promoter score = percentage on 9–10 minus percentage on 0–6, between −100 and +100; its interval is the score interval for the difference of two shares of the same people.",
    },
    suspects: {
      formula: [
        "The same theme scores twice: of everyone selected, and without the suspect responses; difference = without − all.",
        "A response is suspect only when at least two independent kinds of signs speak against it.",
      ],
      base: "Those selected; in each of the two, those who could be scored.",
      missing: "As with the theme scores: what is missing stays out of a person’s mean.",
      items: "Item by item, with and without suspect responses",
      itemsLead:
        "The favourable (or agreeing) share of each statement twice: of everyone selected, and without the suspect responses.",
    },
  },
};
