import type { mirrors as chinese } from "../zh-CN/mirrors.ts";

export const mirrors: typeof chinese = {
  title: "Side by side",
};
