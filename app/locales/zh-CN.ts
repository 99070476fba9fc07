import { common } from "./zh-CN/common.ts";
import { studio } from "./zh-CN/studio.ts";
import { survey } from "./zh-CN/survey.ts";

export const chinese = { common, survey, studio };
