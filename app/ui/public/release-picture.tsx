import type { Language } from "#app/locales/language.ts";
import { describeFigure } from "../charts/describe.ts";
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

/** A chart as an image that fits the screen and its light, with its numbers underneath. */
export function ReleasePicture({ drawn, slug, number, language, eager }: ReleasePictureProps) {
  const address = (width: "wide" | "narrow", look: "light" | "dark") =>
    fileAddress(slug, number, fileNames.page(drawn.name, width, look, language));
  const phone = "(max-width: 599px)";
  const dark = "screen and (prefers-color-scheme: dark)";
  return (
    <figure>
      <figcaption>{drawn.figure.title}</figcaption>
      <picture>
        <source media={`${phone} and (prefers-color-scheme: dark)`} srcSet={address("narrow", "dark")} />
        <source media={phone} srcSet={address("narrow", "light")} />
        <source media={dark} srcSet={address("wide", "dark")} />
        <img
          src={address("wide", "light")}
          alt={describeFigure({ ...drawn.figure, footer: undefined }, language)}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
        />
      </picture>
      <FigureNumbers figure={drawn.figure} language={language} />
    </figure>
  );
}
