/** The pages about one instrument, in the order of the work. */
export const instrumentTabs = [
  { tab: "edit", path: "" },
  { tab: "bank", path: "/bank" },
  { tab: "languages", path: "/languages" },
  { tab: "check", path: "/check" },
  { tab: "test", path: "/test" },
  { tab: "versions", path: "/versions" },
  { tab: "history", path: "/history" },
  { tab: "files", path: "/files" },
] as const;
export type InstrumentTab = (typeof instrumentTabs)[number]["tab"];
