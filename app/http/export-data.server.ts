import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { codebookJson, codebookTable } from "#app/exports/codebook.ts";
import { type Format, formats } from "#app/exports/index.ts";
import type { TableFormat } from "#app/exports/table-format.ts";
import { type ExportVariable, exportVariables, type Labels } from "#app/exports/variables.ts";
import { respondentOf } from "#app/instrument/instrument-choice.ts";
import { exportPages, findExportStudy } from "#db/queries/exports.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { shownInstrument } from "./asked-instrument.server.ts";
import { attachment } from "./attachment.server.ts";
import { db } from "./db.server.ts";
import { badRequest, notFound } from "./errors.server.ts";
import { flagsById } from "./quality.server.ts";

const labelings: readonly Labels[] = ["codes", "zh-CN", "en"];

/**
 * The data or the codebook of one instrument of a study as a file, the one `?respondent=` names. Everything is checked before the first byte: later an error could only cut
 * the file short.
 * @throws 404 for a file there is none of, 400 for labels nobody offers or an instrument nobody is asked by
 */
export async function exportFile(
  study: MemberStudy,
  file: string,
  search: URLSearchParams,
): Promise<Response> {
  const [what, extension] = file.split(".") as [string, string | undefined];
  const labels = (search.get("labels") ?? "codes") as Labels;
  if (!labelings.includes(labels)) throw badRequest();
  const format = Object.hasOwn(formats, extension ?? "") ? formats[extension as Format] : undefined;
  const { instrument, waveIds, choice } = await shownInstrument(study, search);
  if (!instrument) throw notFound();
  const exported = { id: instrument.id, waveIds };
  const known = await findExportStudy(db(), study, exported);
  if (!known) throw notFound();
  const variables = exportVariables(known);
  // The day tells one download from the next; the mark must not get lost when a file is passed on.
  const today = new Date().toISOString().slice(0, 10);
  const mark = study.synthetic ? ["合成数据-synthetic"] : [];
  const whose = respondentOf(choice) ?? [];
  const name = (part: string) =>
    `${[study.slug, ...[whose].flat(), part, today, ...mark].join("-")}.${extension}`;
  const headers = (part: string, mediaType: string) => ({
    "Content-Type": mediaType,
    "Content-Disposition": attachment(name(part), file),
    "Cache-Control": "no-store",
  });
  if (file === "codebook.json")
    return new Response(codebookJson(variables), {
      headers: headers("codebook", "application/json; charset=utf-8"),
    });
  if (!format) throw notFound();
  if (what === "codebook")
    return new Response(codebookTable(variables, format), { headers: headers("codebook", format.mediaType) });
  if (what !== "responses") throw notFound();
  const flagged = await flagsById(study, instrument.key);
  const lines = Readable.from(
    responseLines(exportPages(db(), study.id, exported, flagged), variables, format, labels),
  );
  return new Response(createReadableStreamFromReadable(lines), {
    headers: headers(`responses-${labels}`, format.mediaType),
  });
}

async function* responseLines(
  pages: ReturnType<typeof exportPages>,
  variables: ExportVariable[],
  format: TableFormat,
  labels: Labels,
): AsyncGenerator<string> {
  yield format.start(variables.map(({ name }) => name));
  for await (const page of pages) {
    yield page
      .map((response) => format.row(variables.map((variable) => variable.cell(response, labels))))
      .join("");
  }
}
