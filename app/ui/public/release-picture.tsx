import type { Language } from "#app/locales/language.ts";
import { describeFigure } from "../charts/describe.ts";
import { layoutFigure } from "../charts/layout.ts";
import { approximateMeasure } from "../charts/wrap.ts";
import { FigureNumbers } from "./figure-numbers.tsx";
import type { ReleaseFigure } from "./release-figures.ts";
import { fileAddress, fileNames } from "./release-files.ts";

interface ReleasePictureProps {
  drawn: ReleaseFigure;
  slug: string;
  number: number;
  language: Language;
  /** The first pictures are what the reader came for; the rest load when they come near. */
  eager?: boolean;
}

/** px of the drawings made for pages. */
export const pageWidths = { wide: 760, narrow: 380 };

/** What to keep free while a picture is on its way: its size but for the fonts of the machine that drew it. */
function sizeOnPage(figure: ReleaseFigure["figure"], of: keyof typeof pageWidths, lang: Language) {
  const width = pageWidths[of];
  const parts = { lang, title: false, footer: false, margin: 0 };
  const { height } = layoutFigure(figure, { ...parts, width, measure: approximateMeasure });
  return { width, height };
}

/** A chart as an image that fits the screen and its light, with its numbers underneath. */
export function ReleasePicture({ drawn, slug, number, language, eager }: ReleasePictureProps) {
  const address = (width: "wide" | "narrow", look: "light" | "dark") =>
    fileAddress(slug, number, fileNames.page(drawn.name, width, look, language));
  const size = (of: keyof typeof pageWidths) => sizeOnPage(drawn.figure, of, language);
  const phone = "(max-width: 599px)";
  const dark = "screen and (prefers-color-scheme: dark)";
  return (
    <figure>
      <figcaption>{drawn.figure.title}</figcaption>
      <picture>
        <source
          media={`${phone} and (prefers-color-scheme: dark)`}
          srcSet={address("narrow", "dark")}
          {...size("narrow")}
        />
        <source media={phone} srcSet={address("narrow", "light")} {...size("narrow")} />
        <source media={dark} srcSet={address("wide", "dark")} {...size("wide")} />
        <img
          src={address("wide", "light")}
          {...size("wide")}
          alt={describeFigure({ ...drawn.figure, footer: undefined }, language)}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
        />
      </picture>
      <FigureNumbers figure={drawn.figure} language={language} />
    </figure>
  );
}
