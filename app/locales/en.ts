import { board } from "./en/board.ts";
import { brief } from "./en/brief.ts";
import { certificates } from "./en/certificates.ts";
import { common } from "./en/common.ts";
import { mail } from "./en/mail.ts";
import { phone } from "./en/phone.ts";
import { publicPage, releasesRoom } from "./en/public.ts";
import { quality } from "./en/quality.ts";
import { results } from "./en/results.ts";
import { studio } from "./en/studio.ts";
import { survey } from "./en/survey.ts";
import { waves } from "./en/waves.ts";
import type { Messages } from "./index.ts";

export const english: Messages = {
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
