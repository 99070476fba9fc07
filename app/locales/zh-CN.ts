import { board } from "./zh-CN/board.ts";
import { brief } from "./zh-CN/brief.ts";
import { certificates } from "./zh-CN/certificates.ts";
import { common } from "./zh-CN/common.ts";
import { mail } from "./zh-CN/mail.ts";
import { phone } from "./zh-CN/phone.ts";
import { publicPage, releasesRoom } from "./zh-CN/public.ts";
import { quality } from "./zh-CN/quality.ts";
import { results } from "./zh-CN/results.ts";
import { studio } from "./zh-CN/studio.ts";
import { survey } from "./zh-CN/survey.ts";
import { waves } from "./zh-CN/waves.ts";

export const chinese = {
  certificates,
  common,
  survey,
  studio,
  brief,
  publicPage,
  releasesRoom,
  results,
  board,
  waves,
  mail,
  quality,
  phone,
};
