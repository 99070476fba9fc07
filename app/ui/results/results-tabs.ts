/** The pages of the results room, in the order of their tabs. */
export const resultsTabs = [
  { tab: "overview", path: "" },
  { tab: "scales", path: "/scales" },
  { tab: "groups", path: "/groups" },
  { tab: "cross", path: "/cross" },
  { tab: "trend", path: "/trend" },
  { tab: "modes", path: "/modes" },
  { tab: "mirrors", path: "/mirrors" },
  { tab: "weights", path: "/weights" },
] as const;
export type ResultsTab = (typeof resultsTabs)[number]["tab"];
