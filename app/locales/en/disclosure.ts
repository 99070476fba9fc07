import type { disclosure as chinese } from "../zh-CN/disclosure.ts";

export const disclosure: typeof chinese = {
  title: "How closely numbers are told",
  lead: "Either way no group of fewer than {k} is ever public, and nothing can be worked out from its neighbours. The strict profile also blurs what may be shown. It holds on every page of the studio and in every release made from now on; releases already made stay as they are.",
  profiles: {
    standard: {
      name: "Standard",
      means: "Exact numbers of people, shares and means wherever a group may be shown.",
    },
    strict: {
      name: "Strict",
      means:
        "Numbers of people to the nearest 5. Percentages whole, only on 23 answers or more; means only on 8 or more. Every percentage, interval and test is computed from the rounded numbers, so totals may differ a little from their parts.",
    },
  },
  choose: "Profile",
  reason: "Why",
  reasonHint: "For example: the ministry's rules for publishing. Kept with your name.",
  save: "Save the profile",
  history: "What was decided before",
  changed: "{when}, {by}: {reason}",
  problems: {
    required: "Please give a reason; it is kept with the decision.",
    tooLong: "Please keep the reason to 500 characters.",
    unknown: "Please choose one of the two profiles.",
    same: "This profile already holds. Choose the other one to change it.",
  },
  inRelease: {
    standard: "Numbers are told under the standard profile: exact where they may be shown.",
    strict:
      "Numbers are told under the strict profile: people to the nearest 5, whole percentages only on 23 answers or more, means only on 8 or more; percentages and intervals are computed from the rounded numbers.",
  },
};
