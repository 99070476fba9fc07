import { checkCodes } from "./check-codes.ts";
import { checkItems } from "./check-items.ts";
import { checkPrivacy } from "./check-privacy.ts";
import { checkReferences } from "./check-references.ts";
import { checkRoutes } from "./check-routes.ts";
import { checkScoring } from "./check-scoring.ts";
import { checkLanguages, checkPipes } from "./check-texts.ts";
import type { Definition } from "./definition.ts";
import type { Finding } from "./finding.ts";
import { placedTexts } from "./places.ts";
import { checkWording } from "./reading-load.ts";

export type { Finding, FindingCode, Severity } from "./finding.ts";

/**
 * What stands in the way of opening an instrument (errors), and what its author might look at again (hints),
 * errors first, each in the order in which they stand.
 * It reads any draft, however unfinished, and never throws. An instrument without an error can be answered to its end,
 * whatever anybody answers.
 * @param year the calendar year, for questions that go up to it
 */
export function checkDefinition(
  definition: Definition,
  year: number = new Date().getUTCFullYear(),
): Finding[] {
  const texts = placedTexts(definition);
  const references = checkReferences(definition);
  // What a condition that leads nowhere hides is not said again.
  const broken = new Set(errorsIn(references).map((one) => one.place));
  const found = [
    ...checkCodes(definition),
    ...references,
    ...checkItems(definition, year),
    ...checkScoring(definition),
    ...checkRoutes(definition, year).filter(
      ({ code, place }) =>
        !(code === "nothing-asked" && broken.size > 0) &&
        (!code.startsWith("unreachable") || !broken.has(place)),
    ),
    ...checkLanguages(definition, texts),
    ...checkPipes(definition, texts),
    ...checkPrivacy(definition),
    ...checkWording(definition),
  ];
  const order = new Map([...new Set(texts.map((one) => one.place))].map((place, at) => [place, at]));
  const inOrder = found.toSorted((a, b) => (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0));
  return [...errorsIn(inOrder), ...inOrder.filter((one) => one.severity === "hint")];
}

/** What stands in the way of opening. */
export const errorsIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter((one) => one.severity === "error");
