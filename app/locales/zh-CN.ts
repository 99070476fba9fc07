import { answersImport } from "./zh-CN/answers-import.ts";
import { bank } from "./zh-CN/bank.ts";
import { board } from "./zh-CN/board.ts";
import { brief } from "./zh-CN/brief.ts";
import { certificates } from "./zh-CN/certificates.ts";
import { checks } from "./zh-CN/checks.ts";
import { common } from "./zh-CN/common.ts";
import { cross } from "./zh-CN/cross.ts";
import { disclosure } from "./zh-CN/disclosure.ts";
import { editor } from "./zh-CN/editor.ts";
import { exchange } from "./zh-CN/exchange.ts";
import { exhibits } from "./zh-CN/exhibits.ts";
import { groups } from "./zh-CN/groups.ts";
import { instruments } from "./zh-CN/instruments.ts";
import { interchange } from "./zh-CN/interchange.ts";
import { mail } from "./zh-CN/mail.ts";
import { mirrors } from "./zh-CN/mirrors.ts";
import { newStudy } from "./zh-CN/new-study.ts";
import { phone } from "./zh-CN/phone.ts";
import { properties } from "./zh-CN/properties.ts";
import { publicPage, releasesRoom } from "./zh-CN/public.ts";
import { quality } from "./zh-CN/quality.ts";
import { respondents } from "./zh-CN/respondents.ts";
import { results } from "./zh-CN/results.ts";
import { sandbox } from "./zh-CN/sandbox.ts";
import { scales } from "./zh-CN/scales.ts";
import { studio } from "./zh-CN/studio.ts";
import { studySettings } from "./zh-CN/study-settings.ts";
import { survey } from "./zh-CN/survey.ts";
import { translations } from "./zh-CN/translations.ts";
import { trend } from "./zh-CN/trend.ts";
import { versions } from "./zh-CN/versions.ts";
import { waves } from "./zh-CN/waves.ts";
import { weights } from "./zh-CN/weights.ts";

export const chinese = {
  instruments,
  editor,
  properties,
  checks,
  versions,
  exchange,
  translations,
  bank,
  sandbox,
  newStudy,
  studySettings,
  answersImport,
  interchange,
  disclosure,
  scales,
  groups,
  cross,
  trend,
  mirrors,
  weights,
  exhibits,
  certificates,
  common,
  survey,
  studio,
  brief,
  publicPage,
  releasesRoom,
  respondents,
  results,
  board,
  waves,
  mail,
  quality,
  phone,
};
