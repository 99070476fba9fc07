import type { groups as chinese } from "../zh-CN/groups.ts";

export const groups: typeof chinese = {
  title: "Compare groups",
  by: "Group by",
  compare: "Compare",
  lead: {
    groups: "{n} groups side by side, by “{variable}”.",
    one: "Only one group of “{variable}” may be shown, so there is nothing to compare.",
    none: "No group of “{variable}” may be shown.",
    tooMany:
      "“{variable}” has too many categories to set side by side. Choose some of them in the filter first.",
    clear:
      "Ordinal tests and tests of means agree that groups differ on: {themes} ({m} themes, Holm’s method).",
    clearTwo: "{theme} ({higher} higher by {points} points, 95% interval {range})",
    unclear:
      "{m} themes tested together; after Holm’s adjustment no difference between groups can be claimed on any.",
    join: ", ",
  },
  hidden: "Groups not shown: {groups}.",
  hiddenOne: "{group} ({why})",
  hiddenJoin: "; ",
  hiddenGroups: ", ",
  openSample:
    "The answers came through open links, not from a random sample; groups may differ only in who answered, and no difference is a cause.",
  strict: "Strict profile: tests use the rounded figures, so their results are approximate.",
  scores: {
    title: "Theme scores",
    lead: "One small figure for each theme, one row for each group.",
    note: "Out of 100; the dashed line is neutral (50), thin lines are 95% intervals. Groups in questionnaire order.",
    caption: "{theme}: scores by group",
    group: "Group",
    score: "Score (0–100)",
    sd: "SD",
    interval: "95% interval",
    n: "n",
    formula: [
      "A score is the mean of valid items, with reverse-worded ones turned, on 0–100; its interval is Student’s t.",
    ],
    base: "People of each group who have a score on the theme.",
    missing:
      "Who answered too few items has no score; not applicable, skipped and not asked never count as 3.",
  },
  items: {
    title: "{theme}: item by item",
    nav: "Whose items to look at",
    count: { one: "{n} item", other: "{n} items" },
    note: "Bars are centred on neutral, reverse-worded items are turned, thin lines are 95% intervals of the favourable share; all figures of a theme share one scale.",
    caption: "{item}: answers by group",
    formula: [
      "The favourable share is the top two points after reversal, with Wilson’s interval.",
      "Every group is shown with all five points; a group too small, or nearly unanimous, only with the reason or as a bound.",
    ],
    base: "People of each group with a valid answer (1–5) to the item.",
    missing: "Not applicable, skipped and not asked are left out.",
    plain: "Agreeing is neither good nor bad here: “favourable” means agreeing.",
  },
  tests: {
    scores: "Tests of the theme scores",
    items: "{theme}: tests of the items",
    caption: "Effect sizes, intervals and tests",
    what: { theme: "Theme", item: "Item" },
    groups: "Groups",
    pair: "{a} − {b}",
    many: "{n} groups",
    measure: "Effect size",
    size: "Size",
    interval: "95% interval",
    points: "Difference (points)",
    share: "Difference of favourable shares (points)",
    words: "In words",
    clear: "both tests agree: they differ",
    unclear: "no difference can be claimed",
    labels: ["negligible", "small", "medium", "large"],
    reading: "{label}; {clear}",
    fewGroups: "Not tested: fewer than two groups of {least} people",
    lead: "{m} tests by “{variable}”, adjusted as one family by Holm’s method. Read effect sizes and intervals first, p last.",
    note: "δ: Cliff’s delta, −1 to 1. ε² and ω²: the part of the variance that lies between groups, 0 to 1. g: difference of means in standard deviations. Differences are first minus second; reverse-worded items are turned, so a positive one means the first group is more favourable.",
    noteLabels: "Labels are conventions: |δ| at .147, .33 and .474; ε² at .01, .08 and .26.",
    scoreFormula: [
      "Two groups: Welch’s t test, Hedges’ g with its interval. Three or more: Welch’s test of several means, ω² with its interval (from the noncentral F distribution).",
      "The p values of all themes are one family, adjusted by Holm’s method. A theme is said to differ only where the test of means is clear, at least one of its items is clear by the ordinal test in the same direction, and none in the other.",
    ],
    itemFormula: [
      "Two groups: Mann–Whitney test (ties and continuity corrected), Cliff’s delta with its interval, Newcombe’s interval for the difference of favourable shares. Three or more: Kruskal–Wallis test (ties corrected), ε² with its interval (from the noncentral chi-square distribution).",
      "The p values of a theme’s items are one family, adjusted by Holm’s method. An item is said to differ only where the ordinal test and the test of means (Welch, adjusted alike) are both clear and point the same way.",
    ],
    base: "People of the groups that may be shown; a group of fewer than {least}, or shown only as bounds, takes part in no test.",
    missing: "Tests use nothing but the figures shown on this page.",
    inline: {
      two: "{pair}: δ = {delta} (95% interval {range}, {label}), favourable shares {share} points apart ({shareRange}); {p}, adjusted for {m} items {adjusted}.",
      more: "ε² = {effect} (95% interval {range}, {label}); {p}, adjusted for {m} items {adjusted}.",
      scoreTwo:
        "{pair}: {points} points (95% interval {pointsRange}), g = {g} ({range}); {p}, adjusted for {m} themes {adjusted}.",
      scoreMore: "ω² = {effect} (95% interval {range}); {p}, adjusted for {m} themes {adjusted}.",
    },
  },
  pairs: {
    scores: "Themes, pair by pair",
    items: "{theme}: pair by pair",
    fold: "Pair by pair ({m} pairs)",
    tooMany:
      "More than {n} groups may be shown, so pairs are not listed. Choose up to {n} categories in the filter to see them.",
    scoreFormula: [
      "Each pair: Welch’s t test, difference of means and Hedges’ g. All p values of the table are one family, adjusted by Holm’s method.",
    ],
    itemFormula: [
      "Dunn’s comparisons on the ranks of all groups together (ties corrected); the effect size is the pair’s Cliff’s delta. All p values of the table are one family, adjusted by Holm’s method.",
    ],
  },
  trend: {
    scores: "Theme scores along “{variable}”",
    items: "{theme}: items along “{variable}”",
    fold: "Trend along “{variable}”",
    slopeScore: "Change per step (points)",
    slopeShare: "Change of favourable share per step (points)",
    yearScore: "Change per year (points)",
    yearShare: "Change of favourable share per year (points)",
    note: "Only groups that have a place in the order, may be shown and are large enough ({groups}). A straight trend is assumed.",
    scoreFormula: [
      "Least-squares slope of the score over the order, with unequal variances (Satterthwaite’s degrees of freedom); p adjusted by Holm’s method.",
    ],
    itemFormula: [
      "Test: Jonckheere–Terpstra, ties corrected. Slope: least squares of the favourable share over the order, its interval put together from the groups’ Wilson intervals. p adjusted by Holm’s method.",
    ],
  },
  modes: {
    title: "Exam mode: on site and remote",
    report: "Another view: all exam modes side by side",
    needs: {
      title: "This study cannot make this report yet",
      body: "It needs two background questions: the exam mode (code BG09 with the options site and remote) and the exam year (code BG08). The standard “1+X student” questionnaire has both.",
    },
    one: "The filter fixes the exam mode, so there is nothing to compare. Remove that condition.",
    caution:
      "Nobody was assigned an exam mode at random, and the mode is tied to the year (2021 was the COVID year) and to the certificate: the overall difference mixes in what differs between years. So look within years first; even there a difference need not come from the mode.",
    lead: {
      clear: "Within years, {higher} scores higher on: {themes} ({m} themes, Holm’s method).",
      theme: "{theme} ({points} points, 95% interval {range})",
      unclear:
        "{m} themes tested together; after Holm’s adjustment no difference between on-site and remote exams within years can be claimed on any.",
      none: "In no year are there enough people of both modes, so nothing can be compared within years.",
      join: ", ",
    },
    years: {
      title: "How many, in which year",
      caption: "People who sat on site and remotely, by exam year",
      year: "Exam year",
      used: "Within-year comparison",
      yes: "counted",
      no: "left out",
      lead: "Years that can be compared within: {used}.",
      leadNone: "No year can be compared within.",
      out: "Years that cannot: {out}; one of the modes has fewer than {least} people or may not be shown.",
      all: "All years",
      formula: ["Each cell is judged as if both the year and the mode had been filtered for."],
      base: "People who answered both the exam year and the exam mode.",
      missing:
        "Who left one of them open is not in this table, but may be in the comparison that ignores years.",
    },
    scores: {
      title: "{theme}: within years",
      row: "{year} · {mode}",
      allYears: "All years together",
      within: "Within years, pooled",
      difference: "Difference (points)",
      note: "Two rows a year, {first} above {second}. Out of 100; the dashed line is neutral (50), thin lines are 95% intervals.",
      inline:
        "Within years, pooled: {first} − {second} = {within} points (95% interval {range}); ignoring years {overall} points ({overallRange}). {p}, adjusted for {m} themes {adjusted}.",
      uneven: "The years do not agree (Q test {p}), so the pooled figure is only their average.",
      caption: "{theme}: scores and differences by year",
      formula: [
        "Within each year: difference of the two modes’ means with Welch’s interval.",
        "Pooled: the years’ differences, weighted by the inverse of their error variance (fixed effect), so what differs between years does not enter; the Q test asks whether the years agree.",
        "The p values of all themes’ pooled differences are one family, adjusted by Holm’s method. A theme is said to differ only where at least one of its items differs clearly within years in the same direction, and none in the other.",
      ],
      base: "People of both modes with a score on the theme; a year with fewer than {least} in either mode is left out.",
    },
    items: {
      title: "{theme}: item by item, within years",
      lead: "Differences of favourable shares, {first} minus {second}, in percentage points.",
      caption: "{theme}: differences of favourable shares by item",
      overall: "All years together",
      within: "Within years, pooled",
      years: "Years counted",
      formula: [
        "Ignoring years: difference of the two modes’ favourable shares with Newcombe’s interval.",
        "Pooled: the years’ differences with Mantel–Haenszel weights n₁n₂/n, the interval put together from the years’ Wilson intervals; p is the Mantel–Haenszel test without continuity correction.",
        "The p values of the items are one family, adjusted by Holm’s method.",
      ],
      base: "People of both modes with a valid answer to the item; a year with fewer than {least} in either mode is left out.",
    },
  },
};
