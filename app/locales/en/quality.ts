import type { quality as chinese } from "../zh-CN/quality.ts";

export const quality: typeof chinese = {
  title: "Quality of answers",
  lead: {
    none: "No answers yet. Once they arrive, this page says which of them deserve a second look for the way they were given.",
    found: {
      one: "Of {judged} responses that count, {n} is suspect: at least two unrelated kinds of sign point at it.",
      other:
        "Of {judged} responses that count, {n} are suspect: at least two unrelated kinds of sign point at each.",
    },
    clean: "None of the {judged} responses that count is suspect.",
    excluded: {
      one: "{n} further suspect response has been excluded.",
      other: "{n} further suspect responses have been excluded.",
    },
    byHand: "Nothing is ever excluded automatically: you decide, and can take it back at any time.",
  },
  reading: {
    title: "Read this first",
    body: [
      "These indices look at how people answered, never at what they said: time per page, the order in which items were shown, the pattern of choices. They are hints, not proof.",
      "Students who are truly enthusiastic tick the same box all the way down, too. In most conditions of five experiments, runs of one answer and the spread of answers told careless people apart no better than chance. So however many signs of one kind there are, they count once; only two kinds together make a response suspect.",
      "A high alpha is no evidence of honesty. People who tick one column all the way agree with themselves perfectly, and so raise alpha.",
      "Whatever you decide, the results page shows the headline both with and without the suspects. Please never pass on to a college what is said here of a single student.",
    ],
  },
  indices: {
    title: "What is looked at, and where conspicuous begins",
    lead: "Moving a threshold changes marks only; it excludes nobody. Who moved it, from where to where, and why is kept.",
    flags: { one: "marks {n} response at present", other: "marks {n} responses at present" },
    errs: "Errs with: ",
    usual: "Usually {usual}; anything from {min} to {max}",
    reason: "Why the change",
    reasonHint: "For example: a short questionnaire, so two seconds an item is too strict.",
    save: "Save the thresholds",
    restore: "Back to the usual",
    history: "Changes to the thresholds",
    changed: "{when}, {by}: {reason}",
  },
  means: {
    pattern: "Pattern",
    pace: "Pace",
    attention: "Attention",
    copy: "Copy",
    machine: "Machine",
  },
  flags: {
    longstring: {
      name: "Long run of one answer",
      catches:
        "The longest stretch of the same choice, in the order this student met the items. A skipped item ends it.",
      errs: "people with a clear view, when all items point the same way.",
      field: "Share of the attitude items asked; marked from there on",
    },
    irv: {
      name: "Hardly any spread",
      catches:
        "The standard deviation of one person’s raw answers to all attitude items; 0 for a straight line.",
      errs: "the same people as above, for it sees the same thing. It misses those who tick at random: their spread is wide.",
      field: "Standard deviation in points; marked up to there",
    },
    pace: {
      name: "Too fast",
      catches: "The median over pages of seconds divided by items, as timed by the student’s own phone.",
      errs: "fast readers, and people who take it a second time. Phones that kept no time are not judged.",
      field: "Seconds per item; marked below",
    },
    spacing: {
      name: "Pages too evenly timed",
      catches:
        "The coefficient of variation of seconds per item between pages. People speed up and slow down, scripts do not. Needs four timed pages.",
      errs: "hardly anybody; but it also misses scripts that pause at random.",
      field: "Coefficient of variation; marked below",
    },
    hurried: {
      name: "A page back within a second",
      catches: "The server made a page and had it back, answered, in less than a second.",
      errs: "a slip onto “Next”, and people who pass over a whole page.",
    },
    instructed: {
      name: "Attention check failed",
      catches: "An item says which answer to choose, and another one was chosen. Skipping it does not count.",
      errs: "slips of the thumb, and people who find the item disrespectful. Two or three careful people in a hundred fail it.",
    },
    copy: {
      name: "Nearly the same as another response",
      catches:
        "Cut into four, at least three quarters of the attitude items equal another response’s, and not as a straight line: somebody answered twice, or for a friend.",
      errs: "short questionnaires, where answers coincide. Both responses are marked; which came first is not known.",
      field: "Attitude items answered, at least",
    },
    honeypot: {
      name: "Filled in an invisible field",
      catches: "The page holds a field no person can see; only programs fill it in.",
      errs: "the automatic filling of a few browsers.",
    },
    scripted: {
      name: "Sent pages it was never shown",
      catches: "Page after page was sent without any of them ever being fetched.",
      errs: "hardly anybody.",
    },
  },
  together: {
    title: "Which signs come together",
    lead: "On the diagonal, how many responses a kind of sign marks; elsewhere, how many are marked by both. Only two kinds together make a response suspect.",
    caption: "Responses by kind of sign",
    means: "Sign",
  },
  distributions: {
    title: "How pace and runs are spread",
    few: "Fewer than {k} responses: no distribution is shown.",
    pace: "Seconds per item",
    runs: "Longest run, as a share of the attitude items asked",
    people: "Responses",
    upTo: "under {to}",
    between: "{from}–{to}",
    from: "{from} or more",
  },
  suspects: {
    title: "Suspect responses",
    moved: "With or without, no theme’s score differs by more than {points} points of 100.",
    still: "With or without, the themes’ scores are the same.",
    none: "By the present thresholds, no response that counts is suspect.",
    lead: "Most signs first. A number leads to the whole response. Tick those to exclude, or take all at once, and say why.",
    select: "Select response {id}",
    response: "Response",
    signs: "Signs",
    longest: "Longest run",
    longestOf: "{run} / {asked}",
    seconds: "Seconds per item",
    page: "Page {page} of {pages}",
    previous: "Previous page",
    next: "Next page",
    pager: "Pages of suspect responses",
    which: "Exclude which",
    ticked: "Those ticked on this page",
    all: { one: "The {n} suspect response", other: "All {n} suspect responses" },
    reason: "Reason",
    reasonHint:
      "Kept with your name beside every one of them. Please write nothing that identifies a student.",
    exclude: "Exclude",
  },
  exclusions: {
    title: "Who excluded what",
    none: "Nobody has excluded a response yet.",
    lead: "Taking back concerns only responses that are still out because of that decision; what was decided singly since stays.",
    when: "When",
    by: "Decided by",
    reason: "Reason",
    responses: "Excluded",
    standing: "Still out",
    takeBack: "Take back",
    takeBackOf: "Take back the {n} excluded by {by} on {when}",
    takenBack: "Taken back",
  },
  problems: {
    required: "Please fill this in.",
    range: "Please enter a number from {min} to {max}.",
    tooLong: "Too long; please shorten it.",
    nothingTicked: "Tick some responses in the table above first, or choose all.",
    changed: "The number of suspect responses has just changed. Please look at the new list before deciding.",
    unknown: "Not recognised; please choose again.",
  },
  response: {
    title: "How this response was given",
    suspect: "By the present thresholds this response is suspect; signs of different kinds: {means}.",
    kind: "{kind} ({flags})",
    flagged: "Signs of one kind only, so it is not suspect: {flags}.",
    clean: "No sign worth noting.",
    unknown: "Nothing was kept of how this response was given.",
    list: ", ",
    facts: {
      longstring: "Longest run of one answer: {run} items (asked {asked}, answered {answered})",
      irv: "Standard deviation of the answers: {irv} points",
      pace: "About {seconds} seconds per item",
      spacing: "Coefficient of variation between pages: {spacing}",
      instructed: {
        passed: "Attention check passed",
        failed: "Attention check failed",
        skipped: "Attention check skipped",
      },
      contradictions: {
        one: "Agrees with both of {n} pair of opposite statements (a note, not a sign)",
        other: "Agrees with both of {n} pairs of opposite statements (a note, not a sign)",
      },
    },
  },
  without: {
    title: "Without the suspect responses",
    link: "What makes a response suspect, and the thresholds",
    lead: {
      one: "Of {all} responses, {n} is suspect for the way it was given; it still counts in every figure on this page.",
      other:
        "Of {all} responses, {n} are suspect for the way they were given; they still count in every figure on this page.",
    },
    moved: "With or without, no theme’s score differs by more than {points} points of 100.",
    still: "With or without, the themes’ scores are the same.",
    none: "By the present thresholds no response here is suspect; the figures on this page stay as they are.",
    hidden: {
      few: "Fewer than {k} responses would be left, so this is not shown.",
      difference:
        "Fewer than {k} responses are suspect; both headlines side by side would expose individuals, so they are not shown.",
      complement: "A few people could be worked out from figures shown elsewhere, so this is not shown.",
      alike: "Nearly all of them answered the same, so this is not shown.",
      thin: "Too few responses are suspect under the strict profile, so this is not shown.",
    },
    caption: "Themes with and without suspect responses",
    all: "All responses",
    without: "Without suspects",
    difference: "Difference",
    points: "Difference (points)",
    leadOut: {
      one: "Of {all} responses, {n} is suspect for the way it was given and left out of the figures on this page.",
      other:
        "Of {all} responses, {n} are suspect for the way they were given and left out of the figures on this page.",
    },
    leave: "Leave them out of the whole page",
    unjudged:
      "With this many responses it takes a few seconds to judge which are suspect, so it is done when you ask. They still count in every figure on this page.",
    never: "No response is ever excluded automatically.",
  },
};
