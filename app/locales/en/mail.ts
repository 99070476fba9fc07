import type { mail as chinese } from "../zh-CN/mail.ts";

export const mail: typeof chinese = {};
