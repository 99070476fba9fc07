import { checkDefinition } from "#app/instrument/check.ts";
import type { Definition } from "#app/instrument/definition.ts";
import { pathsOf } from "#app/instrument/paths.ts";
import { titlesOf } from "#app/instrument/place-titles.ts";
import { readingLoad } from "#app/instrument/reading-load.ts";
import type { Language } from "#app/locales/language.ts";

/** Everything the check page shows of a draft. */
export function checkReport(definition: Definition, reader: Language) {
  const year = new Date().getUTCFullYear();
  const titles = titlesOf(definition, reader);
  const findings = checkDefinition(definition, year).map((one) => ({
    ...one,
    about: titles.get(one.place) ?? "",
  }));
  return {
    findings,
    paths: pathsOf(definition, year, reader),
    load: readingLoad(definition).map(({ code, place, length }) => ({
      ...{ code, place, length },
      about: titles.get(place) ?? "",
    })),
    languages: definition.languages,
  };
}
export type CheckReport = ReturnType<typeof checkReport>;
