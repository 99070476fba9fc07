import type { quality as chinese } from "../zh-CN/quality.ts";

export const quality: typeof chinese = {};
