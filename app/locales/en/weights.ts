import type { weights as chinese } from "../zh-CN/weights.ts";

export const weights: typeof chinese = {
  title: "Weights",
};
