import { asked, type Block, type Definition, type Instrument } from "#app/instrument/definition.ts";
import type { InstrumentFormat } from "./format.ts";
import { limesurvey } from "./limesurvey.ts";
import { productJson } from "./product-json.ts";
import { qualtrics } from "./qualtrics.ts";
import type { Finding } from "./report.ts";
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
export type FormatName = keyof typeof formats;

/** Formats that hold an instrument as it is written; the others get it as it is asked. */
const whole: ReadonlySet<FormatName> = new Set(["product", "xlsform", "xlsformCsv"]);

/** An instrument in a format, and what of it the format does not carry. Undefined where it can only be read. */
export async function writeInstrument(
  name: FormatName,
  definition: Definition,
): Promise<{ bytes: Uint8Array; findings: Finding[] } | undefined> {
  const format = formats[name];
  if (!("write" in format) || !format.write) return undefined;
  if (whole.has(name)) return (format as InstrumentFormat<Definition>).write?.(definition);
  const written = await (format as InstrumentFormat<Instrument>).write?.(asked(definition));
  return written && { ...written, findings: [...takenApart(definition), ...written.findings] };
}

/** What becomes of an instrument that has to be told as it is asked, in the two languages every format has. */
function takenApart({ languages, pages }: Definition): Finding[] {
  const blocks = pages.flatMap((page) => page.items.filter((one): one is Block => one.kind === "block"));
  const items = pages.flatMap((page) =>
    page.items.flatMap((one) => (one.kind === "block" ? one.items : [one])),
  );
  const further = languages.filter((one) => one !== "zh-CN" && one !== "en");
  return [
    ...blocks.map(
      ({ code }): Finding => ({
        ...{ code: "changed.kind", place: { path: code }, item: code },
        details: { from: "block", to: "section" },
      }),
    ),
    ...items.flatMap(({ kind, code }): Finding[] =>
      kind === "matrix"
        ? [{ code: "changed.kind", place: { path: code }, item: code, details: { from: kind, to: "single" } }]
        : [],
    ),
    ...further.map((language): Finding => ({ code: "lost.language", place: {}, details: { language } })),
  ];
}
