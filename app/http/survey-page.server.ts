import { placeOf } from "#app/fieldwork/draft.ts";
import type { Page } from "#app/instrument/definition.ts";
import { presentedItems } from "#app/instrument/order.ts";
import { itemsFor } from "#app/instrument/routing.ts";
import type { Problem } from "#app/questions/kind.ts";
import { surveyPage } from "#app/ui/student/page.tsx";
import type { StoredDraft } from "#db/queries/drafts.server.ts";
import { catalogueNames, surroundingsOf, type Visit } from "./visit.server.ts";

/** The document for one page of a draft; `typed` and `problems` when something on it could not be kept. */
export async function showPage(
  visit: Visit,
  draft: StoredDraft,
  page: Page,
  problems: Record<string, Problem> = {},
  typed?: URLSearchParams,
): Promise<string> {
  const place = placeOf(visit.instrument, draft.answers, page.code);
  const { year, scales } = await surroundingsOf(visit);
  return surveyPage({
    action: `${visit.home}/${page.code}`,
    home: visit.home,
    versionId: draft.versionId,
    language: draft.language,
    synthetic: visit.door.study.synthetic,
    page,
    items: presentedItems(page, itemsFor(page, draft.answers), draft.seed),
    answers: draft.answers,
    problems,
    typed,
    place: { number: place.number, of: place.of, previous: !!place.previous, last: !place.next },
    scales,
    year,
    madeAt: Date.now(),
    ...(await catalogueNames(visit, draft.language)),
  });
}
