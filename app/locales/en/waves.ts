import type { waves as chinese } from "../zh-CN/waves.ts";

export const waves: typeof chinese = {};
