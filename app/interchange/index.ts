import type { Definition } from "#app/instrument/definition.ts";
import type { InstrumentFormat } from "./format.ts";
import { limesurvey } from "./limesurvey.ts";
import { productJson } from "./product-json.ts";
import { qualtrics } from "./qualtrics.ts";
import { surveyjs } from "./surveyjs.ts";
import { wjxText } from "./wjx-text.ts";
import { xlsform, xlsformCsv } from "./xlsform.ts";

export type { GivenFile, InstrumentFormat } from "./format.ts";
export * from "./report.ts";

/** REGISTRY: instrument formats, in the order in which they are asked whether a file is theirs. One line each. */
export const formats = {
  product: productJson,
  xlsform,
  xlsformCsv,
  wjxText,
  surveyjs,
  limesurvey,
  qualtrics,
} satisfies Record<string, InstrumentFormat<Definition>>;
