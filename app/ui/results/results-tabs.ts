/** The pages of the results room, in the order of their tabs. */
export const resultsTabs = [
  { tab: "overview", path: "" },
  { tab: "scales", path: "/scales" },
  { tab: "groups", path: "/groups" },
  { tab: "cross", path: "/cross" },
  { tab: "trend", path: "/trend" },
  { tab: "modes", path: "/modes" },
  // What these set beside each other, or weight, is the instrument the study is about.
  { tab: "mirrors", path: "/mirrors", mainOnly: true },
  { tab: "weights", path: "/weights", mainOnly: true },
] as const;
export type ResultsTab = (typeof resultsTabs)[number]["tab"];

/** Whether a page is of the instrument the study is about, and of no other. */
export const isMainOnly = (tab: string): boolean =>
  resultsTabs.some((one) => one.tab === tab && "mainOnly" in one);
