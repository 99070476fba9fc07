import type { cross as chinese } from "../zh-CN/cross.ts";

export const cross: typeof chinese = {
  title: "Cross-tables",
};
