import type { exhibits as chinese } from "../zh-CN/exhibits.ts";

export const exhibits: typeof chinese = {
  tabsLabel: "Pages of the results",
  tabs: {
    overview: "Overview",
    scales: "Scale quality",
    groups: "Compare groups",
    cross: "Cross-tables",
    trend: "Over time",
    mirrors: "Side by side",
    weights: "Weights",
    modes: "Exam mode",
  },
  files: "Download",
  copy: "Copy the table",
  method: "How this was computed",
};
