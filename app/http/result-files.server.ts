import type { Cell } from "#app/exports/cell.ts";
import { csv } from "#app/exports/csv.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, formatDay, type Language } from "#app/locales/language.ts";
import type { Figure } from "#app/ui/charts/figure.ts";
import { type Exhibit, type FileFormat, fileFormats, formatsOf } from "#app/ui/results/exhibit.ts";
import { readerOf } from "#app/ui/results/reader.ts";
import type { ResultsHead } from "#app/ui/results/results-head.ts";
import { isMainOnly, type ResultsTab } from "#app/ui/results/results-tabs.ts";
import { tableCsv } from "#app/ui/results/table-csv.ts";
import { whoWords } from "#app/ui/results/who-words.ts";
import { attachment } from "./attachment.server.ts";
import { languageOf } from "./cookies.server.ts";
import type { FigureOrder } from "./draw-figure-worker.server.ts";
import { notFound } from "./errors.server.ts";
import { inThread, oneByOne } from "./in-thread.server.ts";
import { resultPages } from "./result-pages.server.ts";
import { resultsRoom } from "./results-room.server.ts";

const mediaTypes: Record<FileFormat, string> = {
  csv: csv.mediaType,
  png: "image/png",
  svg: "image/svg+xml; charset=utf-8",
};
const next = oneByOne();

/**
 * One exhibit as a file, with the page's own query: `<page>.<exhibit>.<csv|png|svg>`.
 * @throws as `resultsRoom`; 404 for a page, an exhibit or a format that is not there, or may not be shown
 */
export async function resultFile(request: Request, slug: string | undefined, name: string) {
  const [tab = "", ...rest] = name.split(".");
  const room = await resultsRoom(request, slug, isMainOnly(tab) ? "main" : "any");
  const format = fileFormats.find((one) => one === rest.at(-1));
  const code = rest.slice(0, -1).join(".");
  const page = Object.hasOwn(resultPages, tab) ? resultPages[tab as ResultsTab] : undefined;
  if (!page || !format || !room.columns) throw notFound();
  const language = languageOf(request);
  const { head } = room;
  const exhibits = await page.exhibits(room, readerOf(head, messagesIn(language), language));
  const exhibit = exhibits.find((one) => one.code === code);
  if (!exhibit || !formatsOf(exhibit).includes(format)) throw notFound();
  const { file, tabs } = messagesIn(language).exhibits;
  const mark = head.study.synthetic ? [file.synthetic] : [];
  // A question can be longer than a file's name may be.
  const what = exhibit.title.slice(0, 60);
  const saved = [head.study.slug, tabs[tab as ResultsTab], what, head.day, ...mark].join("-");
  return new Response(await contentOf(exhibit, format, head, language), {
    headers: {
      "Content-Type": mediaTypes[format],
      "Content-Disposition": attachment(`${saved}.${format}`, `results-${tab}.${format}`),
      "Cache-Control": "no-store",
      // Opened on its own, a drawing may run nothing and load nothing.
      ...(format === "svg" && { "Content-Security-Policy": "default-src 'none'; sandbox" }),
    },
  });
}

async function contentOf(exhibit: Exhibit, format: FileFormat, head: ResultsHead, language: Language) {
  const messages = messagesIn(language);
  if (format === "csv") return tableCsv(exhibit.table!, aboutOf(exhibit, head, language), messages);
  const figure: Figure = { ...exhibit.figure!, footer: footerOf(exhibit, head, language) };
  const order: FigureOrder = { figure, format, language };
  return (await next(() => inThread<Uint8Array<ArrayBuffer>>("draw-figure-worker", order)))[0]!;
}

/** Printed under the picture: whose answers, how many, as of when, of which study. */
function footerOf(exhibit: Exhibit, head: ResultsHead, language: Language) {
  const messages = messagesIn(language);
  const who = fill(messages.exhibits.view.who, { who: whoWords(head, messages, language, exhibit) });
  const { n } = exhibit;
  const { title, synthetic } = head.study;
  return {
    study: [title[language], who].join(messages.exhibits.file.join),
    date: formatDay(head.day, language),
    synthetic,
    ...(n !== undefined && { n }),
  };
}

/** Whose questionnaire, where the study has more than one. */
function instrumentLine({ choice }: ResultsHead, language: Language): [string, Cell][] {
  const shown = choice?.options.find((one) => one.key === choice.shown);
  return shown ? [[messagesIn(language).respondents.instrument, shown.title[language]]] : [];
}

function aboutOf(exhibit: Exhibit, head: ResultsHead, language: Language): [string, Cell][] {
  const messages = messagesIn(language);
  const { file } = messages.exhibits;
  const { title, n, about = [] } = exhibit;
  return [
    [file.title, title],
    [file.study, head.study.title[language]],
    ...instrumentLine(head, language),
    [file.who, whoWords(head, messages, language, exhibit)],
    ...(n === undefined ? [] : ([[file.n, n]] as [string, Cell][])),
    [file.day, head.day],
    [file.k, head.k],
    ...(head.study.synthetic ? ([[file.data, file.synthetic]] as [string, Cell][]) : []),
    ...about.map(([name, value]): [string, Cell] => [name, value]),
  ];
}
