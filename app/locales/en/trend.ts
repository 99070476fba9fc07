import type { trend as chinese } from "../zh-CN/trend.ts";

/** Over time: between the waves of one study. */
export const trend: typeof chinese = {
  title: "Over time",
  lead: "{waves}.",
  waveSize: "{wave}: {n} answers",
  waveHidden: "{wave} ({why})",
  waveJoin: "; ",
  independent:
    "Waves are independent samples: nobody is followed from one to the next. A difference between them may mean that opinions moved, or only that other people answered; a change in who answered is not a change of mind.",
  joined:
    "Only items with the same code and the same wording are compared across waves; an item asked in other words is not joined.",
  one: {
    lead: "This study has had one wave so far.",
    will: "Once there is a second one, this page sets the waves beside each other: theme scores and favourable shares with their intervals, the differences between waves with their tests, and whether the same kinds of people answered.",
    keep: "To be comparable, the second wave has to keep the items’ codes and wording; an item asked in other words is named and not joined with the wave before.",
    how: "Make another wave in Fieldwork",
    reader: "Researchers make another wave in Fieldwork.",
  },
  only: "Only one wave is selected. Drop the condition “Wave” to compare it with the others.",
  wave: "Wave",
  step: "{from} → {to}",
  headOf: "{step}: {text}",
  all: "Trend over {n} waves",
  n: "n",
  change: "Change (percentage points)",
  interval: "95% interval",
  perWave: "{change} per wave",
  themes: {
    title: "Theme scores",
    note: "Out of 100; 50 is neutral; the thin line is the 95% interval. In questionnaire order, waves from first to last within a theme.",
    score: "Score (0–100)",
    seam: "Not joined: this wave asked {items} differently",
    join: ", ",
    formula: [
      "A scale score is the mean of a person’s valid answers, reverse-worded items turned, put on 0–100; its interval uses the t distribution.",
      "A theme’s scores are joined only if all its items had the same code and wording in the waves.",
    ],
    base: "Those of each wave who have a score on the theme.",
    missing:
      "Who has too few valid answers gets no score; not applicable, skipped and not asked are never taken for a 3.",
  },
  changes: {
    title: "How much theme scores changed",
    clear: "Theme scores that clearly moved: {list} ({m} tests, Holm’s method).",
    clearOne: "{theme}, {step}, {change} points",
    unclear: "No theme’s score has clearly moved ({m} tests, Holm’s method).",
    means:
      "Only the means moved, and single items do not bear it out, so these changes are not claimed: {list}.",
    none: "No change of a theme’s score could be tested.",
    join: "; ",
    head: "Change (points)",
    note: "Later wave minus earlier one, in points of 100 (25 of them are one step of the five-point scale). {m} p-values, adjusted together by Holm’s method.",
    formula: [
      "Change = mean score of the later wave minus that of the earlier one; interval and p by Welch’s t test, the waves taken as independent samples.",
      "The p-values of all themes and pairs of waves are one family, adjusted by Holm’s method. A change is claimed only where the favourable share of at least one of the score’s items moved the same way beyond its interval, and none the other way.",
    ],
    base: "Those of both waves who have a score on the theme; nothing is tested where a wave has fewer than {least}.",
  },
  who: {
    title: "Whether the same kinds of people answered",
    lead: "From {from} to {to}, of {compared} shares that can be compared, “{option}” of “{variable}” moved most: from {first} to {last}.",
    none: "No share of the background can be compared between {from} and {to}.",
    caution: "Other people make other averages: read the changes above with this in mind.",
    note: "Largest change first, {most} at most; for each, {from} above {to}.",
    option: "Background",
    share: "Share",
    formula: [
      "Share = people who chose the option ÷ people who answered the question. Wilson intervals; changes have Newcombe’s interval, one by one and not adjusted.",
    ],
    base: "Those of the first and of the last wave who answered the background question.",
    missing:
      "Who left the question open is not in its base; shares hidden because too few people are behind them are not compared.",
  },
  items: {
    title: "{theme}: favourable shares by item",
    unthemed: "Other items",
    note: "Share of those who chose one of the two favourable points, reverse-worded items turned; the thin line is the 95% interval. In questionnaire order, waves from first to last.",
    statement: "Statement",
    favourable: "Favourable",
    reversed: "reverse-worded",
    plain: "neither good nor bad: the share who agree",
    formula: [
      "Favourable share = people on the two favourable points ÷ people with a valid answer; Wilson interval.",
    ],
    base: "Those of each wave with a valid answer to the item.",
    missing: "Not applicable, skipped and not asked are not in the base.",
    seams: {
      reworded: "Not joined: {wave} asked it in other words (rev {revs})",
      unasked: "{wave} did not ask it",
    },
    revJoin: ", ",
  },
  itemChanges: {
    title: "How much items changed",
    clear: {
      one: "{n} item was tested; after Holm’s adjustment a change can be claimed.",
      other: "{n} items were tested; after Holm’s adjustment a change can be claimed for {k} of them.",
    },
    unclear: {
      one: "{n} item was tested; after Holm’s adjustment no change can be claimed.",
      other: "{n} items were tested; after Holm’s adjustment a change can be claimed for none of them.",
    },
    none: "There is no item that could be tested.",
    note: "Later wave minus earlier one, in percentage points, with Newcombe’s interval item by item. p is from the Cochran–Armitage test for trend (with two waves, the chi-square test of two shares); {m} items are adjusted together by Holm’s method.",
    formula: [
      "Change = favourable share of the later wave minus that of the earlier one, with Newcombe’s interval, the waves taken as independent samples.",
      "The trend is tested by Cochran–Armitage with the waves at 1, 2, 3 … and no continuity correction; with two waves this is the chi-square test of two shares. The change per wave is its least-squares slope, the interval put together from the waves’ Wilson intervals.",
      "The p-values of all items are one family, adjusted by Holm’s method.",
    ],
    base: "Those of each wave with a valid answer to the item; waves with fewer than {least}, and shares told only as a bound, take no part in a test.",
  },
  seams: {
    title: "Items that are not joined",
    lead: "Some wave asked these items in other words, or not at all. Answers before and after do not answer the same sentence, so they are not joined.",
    code: "Code",
    asked: "As it was asked",
    now: "As it is asked now",
    unasked: "not asked",
    rev: "rev {rev}: {text}",
    formula: ["Items are joined by code and revision of the wording; both have to be the same."],
    base: "The versions of the questionnaire, whoever answered.",
    missing: "No answers are involved.",
  },
};
