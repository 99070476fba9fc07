import { z } from "zod";
import { closeDraft } from "#app/fieldwork/closing.ts";
import { placeOf, readPage } from "#app/fieldwork/draft.ts";
import { responseSheet } from "#app/fieldwork/response-sheet.ts";
import { asked, type Instrument, itemsOf, type Page } from "#app/instrument/definition.ts";
import { presentedItems } from "#app/instrument/order.ts";
import { itemsFor } from "#app/instrument/routing.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { kinds, readItem } from "#app/questions/index.ts";
import type { Answer, Answers, Problem, Surroundings } from "#app/questions/kind.ts";
import { tryOutEnd } from "#app/ui/instrument/test/try-out-end.tsx";
import { surveyPage } from "#app/ui/student/page.tsx";
import { letterValues } from "./begin.server.ts";
import { languageOf } from "./cookies.server.ts";
import { page as documentPage, readForm } from "./documents.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";

/** What a page of a try-out carries to the next, instead of a stored draft. */
const carried = z.strictObject({
  answers: z.record(z.string(), z.unknown()).default({}),
  page: z.string().default(""),
  language: z.enum(["zh-CN", "en"]),
  seed: z.int().min(0).default(1),
});
interface Carried {
  answers: Answers;
  page: string;
  language: Language;
  seed: number;
}

const opening = "opening";

/** The first page of a try-out: the letter and what is agreed to. Nothing of it is ever stored. */
export function beginTryOut(request: Request, room: InstrumentRoom): Response {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const start = { answers: {}, page: opening, language: languageOf(request), seed };
  return show(room, pagesOf(room), start, {});
}

/** What one page of a try-out sent: the next page, this one again, or what would have been stored. */
export async function continueTryOut(request: Request, room: InstrumentRoom): Promise<Response> {
  const form = await readForm(request);
  const instrument = pagesOf(room);
  const around = surroundings(instrument);
  const before = carriedIn(form.get("carry"), instrument, around) ?? {
    ...{ answers: {}, page: opening, language: languageOf(request), seed: 1 },
  };
  const go = form.get("go");
  if (go === "fresh") return beginTryOut(request, room);
  const here = placeOf(instrument, before.answers, before.page).page;
  if (!here) return beginTryOut(request, room);
  const items = itemsFor(here, before.answers);
  const { answers, problems } = readPage(items, form, before.answers, around, go === "next");
  const wrong = Object.keys(problems).length > 0;
  const more = itemsFor(here, answers).some(({ code }) => !items.some((item) => item.code === code));
  const place = placeOf(instrument, answers, here.code);
  const language = go === "language" ? (before.language === "en" ? "zh-CN" : "en") : before.language;
  const to = go === "back" ? place.previous : go === "next" && !wrong && !more ? place.next : here;
  if (!to && go === "next" && !wrong && !more) return end(room, instrument, { ...before, answers });
  const next = { ...before, answers, language, page: (to ?? here).code };
  return show(room, instrument, next, to === here || !to ? problems : {}, form);
}

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
    const { answers: given, ...rest } = carried.parse(JSON.parse(json ?? ""));
    const answers: Answers = {};
    for (const item of itemsOf(instrument)) {
      if (!Object.hasOwn(given, item.code)) continue;
      const answer = given[item.code] as Answer | null;
      const reading =
        answer === null ? undefined : readItem(item, kinds[item.kind].write(answer), around, false);
      answers[item.code] = reading && "answer" in reading ? reading.answer : null;
    }
    return { ...rest, answers };
  } catch {
    return undefined;
  }
}

function show(
  { study, instrument: { code }, draft }: InstrumentRoom,
  instrument: Instrument,
  now: Carried,
  problems: Record<string, Problem>,
  typed?: URLSearchParams,
): Response {
  const place = placeOf(instrument, now.answers, now.page);
  const page = place.page ?? instrument.pages[0]!;
  const { year, scales } = surroundings(instrument);
  const action = `/studio/${study.slug}/instruments/${code}/try`;
  const wrong = Object.keys(problems).length > 0;
  const html = surveyPage({
    action,
    home: action,
    versionId: `try ${instrument.code} ${draft.number}`,
    language: now.language,
    synthetic: true,
    page,
    items: presentedItems(page, itemsFor(page, now.answers), now.seed),
    answers: now.answers,
    problems,
    ...(typed && wrong ? { typed } : {}),
    place: { number: place.number, of: place.of, previous: !!place.previous, last: !place.next },
    ...{ scales, year, madeAt: Date.now(), suggestions: [], nameOf: (certificate) => certificate },
    carry: JSON.stringify({ ...now, page: page.code }),
  });
  return documentPage(html, { status: wrong ? 400 : 200 });
}

/** What would have been stored, and nothing is. */
function end(room: InstrumentRoom, instrument: Instrument, now: Carried): Response {
  const closed = closeDraft(instrument, { answers: now.answers, seed: now.seed, pageSeconds: {} });
  const {
    study,
    instrument: { code },
  } = room;
  const back = `/studio/${study.slug}/instruments/${code}`;
  const sheet = responseSheet(instrument, closed, (certificate) => ({
    "zh-CN": certificate,
    en: certificate,
  }));
  return documentPage(tryOutEnd({ language: now.language, sheet, back }));
}
