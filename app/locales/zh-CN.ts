import { brief } from "./zh-CN/brief.ts";
import { certificates } from "./zh-CN/certificates.ts";
import { common } from "./zh-CN/common.ts";
import { publicPage, releasesRoom } from "./zh-CN/public.ts";
import { results } from "./zh-CN/results.ts";
import { studio } from "./zh-CN/studio.ts";
import { survey } from "./zh-CN/survey.ts";

export const chinese = { certificates, common, survey, studio, brief, publicPage, releasesRoom, results };
