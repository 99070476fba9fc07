import type { scales as chinese } from "../zh-CN/scales.ts";

export const scales: typeof chinese = {
  title: "Scale quality",
};
