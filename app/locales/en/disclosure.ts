import type { disclosure as chinese } from "../zh-CN/disclosure.ts";

export const disclosure: typeof chinese = {
  title: "How closely numbers are told",
};
