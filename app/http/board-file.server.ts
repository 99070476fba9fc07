import { boardTable } from "#app/exports/board-table.ts";
import { csv } from "#app/exports/csv.ts";
import { respondentOf } from "#app/instrument/instrument-choice.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { attachment } from "./attachment.server.ts";
import { boardPage } from "./board.server.ts";

/** The board's numbers as a file, as they are at this moment. @throws as `boardPage` */
export async function boardFile(
  study: MemberStudy,
  search: URLSearchParams,
  language: Language,
): Promise<Response> {
  const page = await boardPage(study, search);
  const { head, rows } = boardTable(page, study.title[language], language);
  const mark = study.synthetic ? ["合成数据-synthetic"] : [];
  const whose = respondentOf(page.choice);
  const name = [
    study.slug,
    ...(whose ? [whose] : []),
    messagesIn(language).board.file.name,
    page.day,
    ...mark,
  ].join("-");
  return new Response(csv.start(head) + rows.map((row) => csv.row(row)).join(""), {
    headers: {
      "Content-Type": csv.mediaType,
      "Content-Disposition": attachment(`${name}.csv`, "board.csv"),
      "Cache-Control": "no-store",
    },
  });
}
