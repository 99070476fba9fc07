import type { board as chinese } from "../zh-CN/board.ts";

export const board: typeof chinese = {
  tabs: {
    board: "Progress",
    waves: "Waves and doors",
    outbox: "Mail",
    quality: "Quality",
    volunteers: "Volunteers",
  },
  tabsLabel: "Pages of the fieldwork room",
};
