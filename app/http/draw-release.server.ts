import { aggregatesCsv } from "#app/briefs/aggregates.ts";
import { type BriefFigure, briefPdf } from "#app/briefs/pdf.ts";
import type { Release } from "#app/briefs/release.ts";
import type { Language } from "#app/locales/language.ts";
import { describeFigure } from "#app/ui/charts/describe.ts";
import { drawFigureOnPdf, figurePdfHeight, figureToPng, figureToSvg } from "#app/ui/charts/draw.server.ts";
import { notoFiles } from "#app/ui/charts/noto.server.ts";
import { darkTheme } from "#app/ui/charts/theme.ts";
import { type ReleaseFigure, releaseFigures } from "#app/ui/public/release-figures.ts";
import { fileNames } from "#app/ui/public/release-files.ts";
import { drawShareImage } from "#app/ui/public/share-image.server.ts";

export interface DrawnFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** px; below it a page shows the narrow drawing, whose words are as large as on the wide one. */
const narrow = 420;

/** All files of a release in one language, made one after the other. Pure: the same release gives the same files. */
export async function* drawRelease(release: Release, language: Language): AsyncGenerator<DrawnFile> {
  const figures = releaseFigures(release, language);
  const text = (name: string, mediaType: string, content: string) => ({
    name,
    mediaType,
    bytes: new TextEncoder().encode(content),
  });
  yield {
    name: fileNames.brief(language),
    mediaType: "application/pdf",
    bytes: await briefPdf(
      release,
      language,
      {
        "zh-CN": releaseFigures(release, "zh-CN").map((one) => forBrief(one, "zh-CN")),
        en: releaseFigures(release, "en").map((one) => forBrief(one, "en")),
      },
      notoFiles,
    ),
  };
  yield text(fileNames.aggregates(language), "text/csv; charset=utf-8", aggregatesCsv(release, language));
  yield { name: fileNames.share(language), mediaType: "image/png", bytes: drawShareImage(release, language) };
  for (const { name, figure } of figures) {
    yield {
      name: fileNames.png(name, language),
      mediaType: "image/png",
      bytes: figureToPng(figure, { lang: language }),
    };
    yield text(fileNames.svg(name, language), "image/svg+xml", figureToSvg(figure, { lang: language }));
    // On the page the heading and the page itself say what a file on its own has to repeat.
    const onPage = { lang: language, title: false, footer: false, margin: 0 };
    for (const look of ["light", "dark"] as const) {
      const theme = look === "dark" ? { theme: darkTheme } : {};
      yield text(
        fileNames.page(name, "wide", look, language),
        "image/svg+xml",
        figureToSvg(figure, { ...onPage, ...theme, width: 760 }),
      );
      yield text(
        fileNames.page(name, "narrow", look, language),
        "image/svg+xml",
        figureToSvg(figure, { ...onPage, ...theme, width: narrow - 40 }),
      );
    }
  }
}

function forBrief({ name, section, figure }: ReleaseFigure, language: Language): BriefFigure {
  const fonts = { regular: "regular", bold: "bold" };
  const options = { lang: language, footer: false };
  return {
    name,
    section,
    title: figure.title,
    description: describeFigure(figure, language),
    height: (doc, { width, ...size }) => figurePdfHeight(doc, figure, width, fonts, { ...options, ...size }),
    draw: (doc, x, y, { width, ...size }) =>
      void drawFigureOnPdf(doc, figure, x, y, width, fonts, { ...options, ...size }),
  };
}
