import { createHash } from "node:crypto";
import { asked, type Definition } from "#app/instrument/definition.ts";
import { inLanguage, spokenOf } from "#app/instrument/in-language.ts";
import { isLanguage, type Language } from "#app/locales/language.ts";
import { previewDocument, previewStyle } from "#app/ui/instrument/editor/preview-document.tsx";
import { contentPolicy } from "./content-policy.server.ts";

interface Preview {
  definition: Definition;
  /** The code of a page; anything else is the letter. */
  page: string | null;
  language: string | null;
  reader: Language;
}

/** A page of a draft as a document of its own, for a frame of the editor and for nothing else: it runs and sends nothing. */
export function previewResponse({ definition, page: code, language, reader }: Preview): Response {
  const spoken = spokenOf(definition, language ?? undefined);
  const shown = isLanguage(spoken) ? spoken : reader;
  const instrument = inLanguage(asked(definition), spoken, shown);
  const page = instrument.pages.find((one) => one.code === code);
  const style = previewStyle(page?.items ?? instrument.consent.ticks);
  const hash = createHash("sha256").update(style).digest("base64");
  const html = previewDocument(
    {
      ...{ instrument, page, reader, spoken },
      language: shown,
      year: new Date().getUTCFullYear(),
    },
    style,
  );
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": contentPolicy({ style: `'sha256-${hash}'` }, false, "be"),
    },
  });
}
