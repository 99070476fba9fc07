import { brief } from "./en/brief.ts";
import { certificates } from "./en/certificates.ts";
import { common } from "./en/common.ts";
import { publicPage, releasesRoom } from "./en/public.ts";
import { results } from "./en/results.ts";
import { studio } from "./en/studio.ts";
import { survey } from "./en/survey.ts";
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
};
