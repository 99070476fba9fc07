import { answersImport } from "./en/answers-import.ts";
import { bank } from "./en/bank.ts";
import { board } from "./en/board.ts";
import { brief } from "./en/brief.ts";
import { certificates } from "./en/certificates.ts";
import { checks } from "./en/checks.ts";
import { common } from "./en/common.ts";
import { cross } from "./en/cross.ts";
import { disclosure } from "./en/disclosure.ts";
import { editor } from "./en/editor.ts";
import { exchange } from "./en/exchange.ts";
import { exhibits } from "./en/exhibits.ts";
import { groups } from "./en/groups.ts";
import { instruments } from "./en/instruments.ts";
import { interchange } from "./en/interchange.ts";
import { mail } from "./en/mail.ts";
import { mirrors } from "./en/mirrors.ts";
import { newStudy } from "./en/new-study.ts";
import { phone } from "./en/phone.ts";
import { properties } from "./en/properties.ts";
import { publicPage, releasesRoom } from "./en/public.ts";
import { quality } from "./en/quality.ts";
import { respondents } from "./en/respondents.ts";
import { results } from "./en/results.ts";
import { sandbox } from "./en/sandbox.ts";
import { scales } from "./en/scales.ts";
import { studio } from "./en/studio.ts";
import { studySettings } from "./en/study-settings.ts";
import { survey } from "./en/survey.ts";
import { translations } from "./en/translations.ts";
import { trend } from "./en/trend.ts";
import { versions } from "./en/versions.ts";
import { waves } from "./en/waves.ts";
import { weights } from "./en/weights.ts";
import type { Messages } from "./index.ts";

export const english: Messages = {
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
