import type { groups as chinese } from "../zh-CN/groups.ts";

export const groups: typeof chinese = {
  title: "Compare groups",
};
