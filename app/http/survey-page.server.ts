import { placeOf } from "#app/fieldwork/draft.ts";
import type { AskedItem, Page } from "#app/instrument/definition.ts";
import { knownWords } from "#app/instrument/known.ts";
import { presentedItems } from "#app/instrument/order.ts";
import { withPipes } from "#app/instrument/piping.ts";
import { itemsFor } from "#app/instrument/routing.ts";
import type { Problem } from "#app/questions/kind.ts";
import { surveyPage } from "#app/ui/student/page.tsx";
import type { StoredDraft } from "#db/queries/drafts.server.ts";
import { catalogueNames, routedBy, surroundingsOf, type Visit } from "./visit.server.ts";

/** The document for one page of a draft; `typed` and `problems` when something on it could not be kept. */
export async function showPage(
  visit: Visit,
  draft: StoredDraft,
  page: Page,
  problems: Record<string, Problem> = {},
  typed?: URLSearchParams,
): Promise<string> {
  const { language, spoken } = visit;
  const routed = routedBy(visit, draft.answers);
  const place = placeOf(visit.instrument, routed, page.code);
  const { year, scales } = await surroundingsOf(visit);
  const names = await catalogueNames(visit, language);
  const asked = presentedItems(page, itemsFor(page, routed), draft.seed);
  const piped = withPipes(visit.instrument, page, asked, {
    ...{ language, answers: routed, nameOf: names.nameOf },
    known: knownWords(language, visit.door.cohort),
  });
  return surveyPage({
    action: `${visit.home}/${page.code}`,
    home: visit.home,
    versionId: draft.versionId,
    ...{ language, spoken, languages: visit.instrument.languages },
    synthetic: visit.door.study.synthetic,
    page: piped.page,
    items: piped.items,
    personal: (one) => one !== page && !asked.includes(one as AskedItem),
    answers: draft.answers,
    problems,
    typed,
    place: { number: place.number, of: place.of, previous: !!place.previous, last: !place.next },
    scales,
    year,
    madeAt: Date.now(),
    ...names,
  });
}
