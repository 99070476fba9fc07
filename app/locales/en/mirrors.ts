import type { mirrors as chinese } from "../zh-CN/mirrors.ts";

/** Side by side: students, teachers, colleges and employers on the same thing, each from their side. */
export const mirrors: typeof chinese = {
  title: "Side by side",
  respondents: { student: "Students", teacher: "Teachers", college: "Colleges", employer: "Employers" },
  lead: "{sides}. The same thing was asked of more than one side; each pair of items stands side by side and is never scaled together.",
  sideSize: "{who}: {n} answers",
  sideHidden: "{who} ({why})",
  sideJoin: "; ",
  filter:
    "Conditions and “without suspect responses” apply to students only; of all others every answer is counted.",
  none: {
    lead: "Teachers, colleges and employers have not been asked in this study.",
    will: "Once they have answered surveys of their own, items that ask the same thing from another side stand here next to each other: each side’s distribution, its favourable share with an interval, and the difference from the students. Below, students’ items on the left and what others would be asked on the right.",
    few: "Others have been asked, but no item of theirs has a students’ counterpart and enough answers to be shown yet.",
    caption: "Items that would stand side by side",
    counterpart: "Counterpart",
  },
  itemsTitle: "{theme}",
  unthemed: "Other items",
  label: "{who}: {text}",
  legendNote:
    "Students come first in each group; reverse-worded items are turned, N/A stays out of the shares. In the order of the students’ questionnaire.",
  statement: "Students’ item",
  side: "Who",
  wording: "As they were asked",
  favourable: "Favourable",
  interval: "95% interval",
  difference: "Minus students (points)",
  n: "n",
  notes:
    "Difference = that side’s favourable share minus the students’, in percentage points, with Newcombe’s interval item by item, not adjusted: a description, not a test. Each side was asked in words of its own, so the items are not quite the same.",
  formula: [
    "Favourable share = people on the two favourable points ÷ people with a valid answer; Wilson interval.",
    "Differences have Newcombe’s interval, the sides taken as independent samples; there is none where a side has fewer than {least} people or its share is told only as a bound.",
  ],
  base: "Those of each side with a valid answer to its item. Each side is shown only if it has enough people of its own.",
  missing: "Not applicable, skipped and not asked are not in the base.",
  themes: {
    title: "Scores of themes of the same name",
    lead: "Each side’s score is made of items of its own: look at them side by side, but do not subtract them.",
    label: "{theme} · {who}",
    note: "Out of 100; 50 is neutral; the thin line is the 95% interval.",
    score: "Score (0–100)",
    theme: "Theme",
    formula: [
      "A scale score is the mean of a person’s valid answers, reverse-worded items turned, put on 0–100; its interval uses the t distribution. Each side is scored by the items of its own questionnaire.",
    ],
    base: "Those of each side who have a score on the theme.",
    missing: "Who has too few valid answers gets no score.",
  },
};
