import type { phone as chinese } from "../zh-CN/phone.ts";

export const phone: typeof chinese = {};
