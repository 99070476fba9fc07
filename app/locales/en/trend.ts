import type { trend as chinese } from "../zh-CN/trend.ts";

export const trend: typeof chinese = {
  title: "Over time",
};
