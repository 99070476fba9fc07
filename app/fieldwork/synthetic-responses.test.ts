import { expect, test } from "vitest";
import { asked, type Instrument, itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { kinds, readItem } from "#app/questions/index.ts";
import { missing } from "#app/questions/kind.ts";
import { chanceFrom } from "./chance.ts";
import { syntheticAnswer } from "./synthetic-answer.ts";
import { syntheticResponses } from "./synthetic-responses.ts";

const take = (instrument: Instrument, count: number, seed = 7) => {
  const all = syntheticResponses(instrument, seed, 2026);
  return Array.from({ length: count }, () => all.next().value);
};

test.each(Object.keys(templates) as (keyof typeof templates)[])(
  "%s: every route is taken, every item answered by some",
  (name) => {
    const instrument = templates[name]();
    const people = take(instrument, 300);
    expect(new Set(people.flatMap((one) => one.pages))).toEqual(
      new Set(instrument.pages.map((page) => page.code)),
    );
    for (const item of itemsOf(instrument)) {
      const given = people.filter(
        (one) => one.answers[item.code] != null || one.words[item.code] !== undefined,
      );
      expect([item.code, given.length > 0]).toEqual([item.code, true]);
    }
  },
);

test("the same seed invents the same people, another one others", () => {
  const instrument = templates["oneplusx-student"]();
  expect(take(instrument, 20)).toEqual(take(instrument, 20));
  expect(take(instrument, 20)).not.toEqual(take(instrument, 20, 8));
});

test("statements hang together: reversed ones go against the others", () => {
  const instrument = templates["oneplusx-student"]();
  const people = take(instrument, 400).filter(({ answers }) =>
    ["CUR01", "CUR02", "CUR06"].every((code) => {
      const answer = answers[code];
      return typeof answer === "number" && answer !== missing.notApplicable;
    }),
  );
  const column = (code: string) => people.map(({ answers }) => answers[code] as number);
  expect(correlation(column("CUR01"), column("CUR02"))).toBeGreaterThan(0.3);
  expect(correlation(column("CUR01"), column("CUR06"))).toBeLessThan(-0.3);
});

test("whatever is invented for an item, its own kind reads back", async () => {
  const { everyKind } = await import("#app/instrument/testing/every-kind.ts");
  const instrument = asked(everyKind());
  const around = { scales: instrument.scales, year: 2026, findCertificate: () => undefined };
  const chance = chanceFrom(3);
  for (const item of itemsOf(instrument))
    for (let count = 0; count < 200; count++) {
      const answer = syntheticAnswer(item, { attitude: chance.normal() }, around, chance);
      if (answer === null) continue;
      const reading = readItem(item, kinds[item.kind].write(answer), around, false);
      expect([item.code, reading]).toEqual([item.code, { answer }]);
    }
});

function correlation(xs: number[], ys: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const product = (as: number[], am: number, bs: number[], bm: number) =>
    as.reduce((sum, a, index) => sum + (a - am) * (bs[index]! - bm), 0);
  return product(xs, mx, ys, my) / Math.sqrt(product(xs, mx, xs, mx) * product(ys, my, ys, my));
}
