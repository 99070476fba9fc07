import fc from "fast-check";
import { expect, test } from "vitest";
import { readPage } from "#app/fieldwork/draft.ts";
import { kinds } from "#app/questions/index.ts";
import type { Answers, Surroundings } from "#app/questions/kind.ts";
import { type AskedItem, asked } from "./asked.ts";
import { checkDefinition, errorsIn } from "./check.ts";
import { choicesFor } from "./choices.ts";
import type { Definition } from "./definition.ts";
import { randomFrom } from "./order.ts";
import { pathsOf } from "./paths.ts";
import { counted, holds, incompletePage, itemsFor, pagesFor, placeOf } from "./routing.ts";
import { anyDraft, routedDraft, soundDraft } from "./testing/any-draft.ts";

const year = 2026;
const errorsOf = (definition: Definition) =>
  errorsIn(checkDefinition(definition, year)).map((one) => one.code);

test("whatever is written, the checker reads it, and so do the ways through it", () => {
  fc.assert(
    fc.property(fc.oneof(anyDraft, routedDraft, soundDraft), (definition) => {
      expect(checkDefinition(definition, year)).toBeInstanceOf(Array);
      expect(pathsOf(definition, year, "zh-CN").routes.count).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

/** An answer to an item as somebody may give it, by number; undefined if there is none. */
function someAnswer(
  item: AskedItem,
  instrument: ReturnType<typeof asked>,
  luck: number,
): string[] | undefined {
  const { answers } = choicesFor(item, leavesOf(item), instrument.scales, year);
  const answer = answers[luck % Math.max(1, answers.length)];
  if (answer === undefined) return undefined;
  return answer === null ? [] : kinds[item.kind].write(answer);
}
/** Every value told apart, so that all of them may be answered. */
const leavesOf = ({ code }: AskedItem) =>
  ["x", "y", "z", 0, 1, 2, 3, 4, 5, 6, 10, 98].map((value) => ({ item: code, in: [value] }));

/** Goes on page by page as a student does; also back, and answers otherwise. @returns whether the end was reached */
function goThrough(definition: Definition, known: Answers, luck: number[]): boolean {
  const instrument = asked(definition);
  const around: Surroundings = { scales: instrument.scales, findCertificate: () => undefined, year };
  let answers: Answers = { CON01: true };
  let at = 0;
  const next = () => luck[at++ % luck.length] as number;
  const routed = () => counted(instrument, { ...answers, ...known });
  let page = pagesFor(instrument, routed())[0];
  for (let step = 0; step < 60; step++) {
    if (!page) return false;
    const here = page;
    const asking = itemsFor(here, routed());
    const form = new URLSearchParams();
    for (const item of asking)
      for (const one of someAnswer(item, instrument, next()) ?? []) form.append(item.code, one);
    const read = readPage(asking, form, answers, around, true);
    if (Object.keys(read.problems).length > 0) return false;
    answers = read.answers;
    const brought = itemsFor(here, routed()).some((one) => !asking.some((other) => other.code === one.code));
    const place = placeOf(instrument, routed(), here.code);
    // A page never goes away under the feet of whoever answers it.
    if (!place.page) return false;
    if (brought) continue;
    if (step < 20 && place.previous && next() % 4 === 0) page = place.previous;
    else if (place.next) page = place.next;
    else {
      const lacking = incompletePage(instrument, routed());
      if (!lacking) return true;
      page = lacking;
    }
  }
  return false;
}

test("what has no errors can be answered to its end, whatever is answered, forth and back", () => {
  let walked = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: soundDraft }, { weight: 1, arbitrary: anyDraft }),
      fc.constantFrom("zh-CN", "en"),
      fc.constantFrom("甲学院", "乙学院", null),
      fc.array(fc.nat({ max: 1000 }), { minLength: 7, maxLength: 40 }),
      (definition, language, college, luck) => {
        if (errorsOf(definition).length > 0) return;
        walked++;
        expect(goThrough(definition, { language, "collector.college": college }, luck)).toBe(true);
      },
    ),
    { numRuns: 800 },
  );
  // Else nothing has been shown.
  expect(walked).toBeGreaterThan(80);
});

test("no answers lead to a page that the checker calls unreachable", () => {
  let found = 0;
  fc.assert(
    fc.property(soundDraft, (definition) => {
      const findings = checkDefinition(definition, year);
      const instrument = asked(definition);
      const seen = new Set<string>();
      for (const language of ["zh-CN", "en"])
        for (const college of ["甲学院", null])
          for (let luck = 0; luck < 60; luck++) {
            const random = randomFrom(luck);
            const answers: Answers = { CON01: true, language, "collector.college": college };
            for (const page of instrument.pages)
              for (const { code } of page.items) {
                const counts = counted(instrument, answers);
                const item = itemsFor(page, counts).find((one) => one.code === code);
                if (!item || !holds(page.showIf, counts)) continue;
                const { answers: some } = choicesFor(item, leavesOf(item), instrument.scales, year);
                answers[code] = some[Math.floor(random() * some.length)] ?? null;
              }
            for (const page of pagesFor(instrument, answers)) seen.add(page.code);
          }
      const called = new Set(
        findings.filter((one) => one.code === "unreachable-page").map((one) => one.place),
      );
      for (const page of instrument.pages) {
        if (seen.has(page.code)) expect(called.has(`page:${page.code}`)).toBe(false);
        else if (called.has(`page:${page.code}`)) found++;
      }
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(1);
});
