import { common } from "./zh-CN/common.ts";

export const chinese = { common };
