/** Trying a survey out, and invented responses: nothing of it is stored. */
export const sandbox = {
  lead: "Before you open it, answer it yourself, and see what the results will look like once people have. Nothing here is stored, and none of it ever mixes with real data.",
  join: ", ",
  tryOut: {
    title: "Answer it yourself",
    body: "Exactly the pages respondents see, with routing, required questions and shuffling at work. At the end you see what each answer would be stored as. Your answers stay in your browser and are gone when you close it.",
    open: "Start",
    endTitle: "Done, and nothing was stored",
    endBody: "Had this been a real response, this is what would have been kept:",
    again: "Answer again",
    back: "Back to Try out",
  },
  invent: {
    title: "Invent responses and see the results",
    body: "Makes up responses along the survey's own routes, in memory only. Questions that decide about routing take each option in turn, so that every route is taken; statements follow each invented person's attitude; the rest is chance.",
    count: "How many",
    seed: "Random seed",
    seedHint: "The same seed always invents the same responses.",
    send: "Invent and show",
    problems: {
      count: "Please enter a whole number from {least} to {most}.",
      seed: "Please enter a whole number from 0 to {most}.",
    },
  },
  blocked:
    "The draft still has errors, so no response to it can be invented. Please mend them under Check first.",
  toCheck: "Go to Check",
  reach: {
    title: "Pages that {n} invented responses went through",
    page: "Page",
    people: "Responses",
    share: "Share",
    never: "None got here: look at this page's condition.",
    fine: "Every page was reached.",
  },
  dashboard: "Results of these invented responses",
  notReal:
    "Invented data, not stored. The numbers are chance: they are there to test the survey and its charts.",
};
