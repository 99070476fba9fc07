import { placeOf } from "#app/fieldwork/draft.ts";
import type { AskedItem, Page } from "#app/instrument/definition.ts";
import { knownAnswers, knownWords } from "#app/instrument/known.ts";
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
  const here = { ...visit, language: draft.language, known: knownAnswers(draft.language, visit.door.cohort) };
  const routed = routedBy(here, draft.answers);
  const place = placeOf(visit.instrument, routed, page.code);
  const { year, scales } = await surroundingsOf(visit);
  const names = await catalogueNames(visit, draft.language);
  const asked = presentedItems(page, itemsFor(page, routed), draft.seed);
  const piped = withPipes(visit.instrument, page, asked, {
    ...{ language: draft.language, answers: routed, nameOf: names.nameOf },
    known: knownWords(draft.language, visit.door.cohort),
  });
  return surveyPage({
    action: `${visit.home}/${page.code}`,
    home: visit.home,
    versionId: draft.versionId,
    language: draft.language,
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
