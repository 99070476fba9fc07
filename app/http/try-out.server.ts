import { z } from "zod";
import { closeDraft } from "#app/fieldwork/closing.ts";
import { placeOf, readPage } from "#app/fieldwork/draft.ts";
import { responseSheet } from "#app/fieldwork/response-sheet.ts";
import { type AskedItem, asked, type Instrument, itemsOf, type Page } from "#app/instrument/definition.ts";
import { inLanguage, spokenOf } from "#app/instrument/in-language.ts";
import { presentedItems } from "#app/instrument/order.ts";
import { withPipes } from "#app/instrument/piping.ts";
import { counted, itemsFor } from "#app/instrument/routing.ts";
import { fill, isLanguage, type Language } from "#app/locales/language.ts";
import { kinds, readItem } from "#app/questions/index.ts";
import type { Answer, Answers, Problem, Surroundings } from "#app/questions/kind.ts";
import { tryOutEnd } from "#app/ui/instrument/test/try-out-end.tsx";
import { surveyPage } from "#app/ui/student/page.tsx";
import { letterValues } from "./begin.server.ts";
import { languageOf } from "./cookies.server.ts";
import { page as documentPage, readForm } from "./documents.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";
import { languageChosen } from "./visit.server.ts";

/** What a page of a try-out carries to the next, instead of a stored draft. */
const carried = z.strictObject({
  answers: z.record(z.string(), z.unknown()).default({}),
  page: z.string().default(""),
  spoken: z.string(),
  seed: z.int().min(0).default(1),
});
interface Carried {
  answers: Answers;
  page: string;
  /** One of the instrument's languages. */
  spoken: string;
  seed: number;
}

const opening = "opening";

/** The first page of a try-out: the letter and what is agreed to. Nothing of it is ever stored. */
export function beginTryOut(request: Request, room: InstrumentRoom): Response {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const spoken = spokenOf(room.draft.definition, languageOf(request));
  return show(request, room, { answers: {}, page: opening, spoken, seed }, {});
}

/** What one page of a try-out sent: the next page, this one again, or what would have been stored. */
export async function continueTryOut(request: Request, room: InstrumentRoom): Promise<Response> {
  const form = await readForm(request);
  const instrument = pagesOf(room);
  const around = surroundings(instrument);
  const before = carriedIn(form.get("carry"), instrument, around) ?? {
    ...{ answers: {}, page: opening, seed: 1 },
    spoken: spokenOf(instrument, languageOf(request)),
  };
  const go = form.get("go");
  const routed = (answers: Answers) => counted(instrument, { ...answers, language: before.spoken });
  const here = placeOf(instrument, routed(before.answers), before.page).page;
  if (go === "fresh" || !here) return beginTryOut(request, room);
  const items = itemsFor(here, routed(before.answers));
  const { answers, problems } = readPage(items, form, before.answers, around, go === "next");
  const wrong = Object.keys(problems).length > 0;
  const now = routed(answers);
  const more = itemsFor(here, now).some(({ code }) => !items.some((item) => item.code === code));
  const place = placeOf(instrument, now, here.code);
  const to = go === "back" ? place.previous : go === "next" && !wrong && !more ? place.next : here;
  if (!to && go === "next" && !wrong && !more) return end(request, room, { ...before, answers: now });
  const spoken = languageChosen({ instrument, spoken: before.spoken }, go) ?? before.spoken;
  const next = { ...before, answers, spoken, page: (to ?? here).code };
  return show(request, room, next, to === here || !to ? problems : {}, form);
}

/** The product's language around the questions. */
const shownIn = (request: Request, spoken: string): Language =>
  isLanguage(spoken) ? spoken : languageOf(request);

/** The instrument as it is tried: with the letter and its ticks as a first page of its own. */
function pagesOf({ draft, study }: InstrumentRoom): Instrument {
  const instrument = asked(draft.definition);
  const { letter: written, ticks } = instrument.consent;
  const values = (language: Language) => letterValues({ door: { study }, language });
  const letter = written.map((text) => ({
    ...text,
    "zh-CN": fill(text["zh-CN"], values("zh-CN")),
    en: fill(text.en, values("en")),
  }));
  const first: Page = {
    ...{ code: opening, title: instrument.title, intro: instrument.invitation },
    ...{ optional: false, shuffle: false },
    items: [
      {
        ...{ kind: "section", code: "LETTER", rev: 1, text: { "zh-CN": "", en: "" }, body: letter },
        ...{ required: false, background: false, mirrors: [] },
      },
      ...ticks,
    ],
  };
  return { ...instrument, consent: { letter, ticks: [] }, pages: [first, ...instrument.pages] };
}

const surroundings = ({ scales }: Instrument): Surroundings => ({
  scales,
  year: new Date().getUTCFullYear(),
  findCertificate: () => undefined,
});

/** What the last page carried; answers no page of ours could have carried are left out. */
function carriedIn(json: string | null, instrument: Instrument, around: Surroundings): Carried | undefined {
  try {
    const { answers: given, spoken, ...rest } = carried.parse(JSON.parse(json ?? ""));
    const answers: Answers = {};
    for (const item of itemsOf(instrument)) {
      if (!Object.hasOwn(given, item.code)) continue;
      const answer = given[item.code] as Answer | null;
      const reading =
        answer === null ? undefined : readItem(item, kinds[item.kind].write(answer), around, false);
      answers[item.code] = reading && "answer" in reading ? reading.answer : null;
    }
    return { ...rest, answers, spoken: spokenOf(instrument, spoken) };
  } catch {
    return undefined;
  }
}

function show(
  request: Request,
  room: InstrumentRoom,
  now: Carried,
  problems: Record<string, Problem>,
  typed?: URLSearchParams,
): Response {
  const { spoken } = now;
  const language = shownIn(request, spoken);
  const instrument = inLanguage(pagesOf(room), spoken, language);
  const routed = counted(instrument, { ...now.answers, language: spoken });
  const place = placeOf(instrument, routed, now.page);
  const page = place.page ?? instrument.pages[0]!;
  const { year, scales } = surroundings(instrument);
  const action = `/studio/${room.study.slug}/instruments/${room.instrument.code}/try`;
  const wrong = Object.keys(problems).length > 0;
  const nameOf = (certificate: string) => certificate;
  const items = presentedItems(page, itemsFor(page, routed), now.seed);
  const piped = withPipes(instrument, page, items, { language, answers: routed, nameOf, known: {} });
  const html = surveyPage({
    ...{ action, home: action, language, spoken, languages: instrument.languages, synthetic: true },
    // Of this study's draft alone: another one may have the same name.
    versionId: `try ${room.instrument.id} ${room.draft.number}`,
    ...{ page: piped.page, items: piped.items, answers: now.answers, problems },
    personal: (one) => one !== page && !items.includes(one as AskedItem),
    ...(typed && wrong ? { typed } : {}),
    place: { number: place.number, of: place.of, previous: !!place.previous, last: !place.next },
    ...{ scales, year, madeAt: Date.now(), suggestions: [], nameOf },
    carry: JSON.stringify({ ...now, page: page.code }),
  });
  return documentPage(html, { status: wrong ? 400 : 200 });
}

/** What would have been stored, and nothing is. */
function end(request: Request, room: InstrumentRoom, now: Carried): Response {
  const { spoken, answers, seed } = now;
  const language = shownIn(request, spoken);
  const instrument = inLanguage(pagesOf(room), spoken, language);
  const closed = closeDraft(instrument, { answers, seed, pageSeconds: {} });
  const back = `/studio/${room.study.slug}/instruments/${room.instrument.code}`;
  const named = (certificate: string) => ({ "zh-CN": certificate, en: certificate });
  return documentPage(tryOutEnd({ language, sheet: responseSheet(instrument, closed, named), back }));
}
