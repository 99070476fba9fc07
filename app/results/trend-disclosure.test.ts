import fc from "fast-check";
import { expect, test } from "vitest";
import { buildColumns, type Columns } from "./columns.ts";
import { countHere } from "./counting.ts";
import { cutOf } from "./cut.ts";
import type { Filter } from "./filter.ts";
import { buildView } from "./gate.ts";
import { type Policy, publicPolicy, staffPolicy } from "./policy.ts";
import { both, responseRow, smallInstrument, surroundings } from "./testing/small-study.ts";
import { trending } from "./trend-view.ts";

/*
 * Whatever "Over time" says of a wave, the overview says too when it is filtered by that wave: the page tells nothing that
 * the attacker of the overview (attacker.test.ts) has not been given already. Changes are made of these numbers alone.
 */
const instrument = smallInstrument([{ code: "I01" }, { code: "I02", reverse: true }], {
  BGA: ["a", "b"],
  BGB: ["x", "y"],
});
const waves = ["1", "2", "3"];

/** People in groups that are often small: wave, both backgrounds, and what a group says (alike, or all over the scale). */
const studies = fc
  .array(
    fc.record({
      wave: fc.constantFrom(...waves),
      BGA: fc.constantFrom("a", "b", null),
      BGB: fc.constantFrom("x", "y"),
      people: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 60 })),
      alike: fc.boolean(),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((groups): Columns => {
    const rows = groups.flatMap(({ wave, BGA, BGB, people, alike }, group) =>
      Array.from({ length: people }, (_, at) =>
        responseRow(
          group * 100 + at,
          { BGA, BGB, I01: alike ? 5 : 1 + ((at + group) % 5), I02: at % 4 ? 1 + ((at * 2) % 5) : null },
          { collector_id: wave },
        ),
      ),
    );
    const known = new Map(waves.map((code) => [code, { code, label: both(code) }]));
    return buildColumns({ ...surroundings(instrument), waves: known }, rows);
  });
const policies = fc.constantFrom<Policy>(publicPolicy, staffPolicy(5), staffPolicy(5, "strict"));
const filters = fc.constantFrom<Filter>(
  {},
  { BGA: ["a"] },
  { BGA: ["a", "b"], BGB: ["x"] },
  { wave: ["1", "3"] },
);

test("of each wave, the same as the overview filtered by it", () => {
  let shown = 0;
  fc.assert(
    fc.property(studies, policies, filters, (columns, policy, filter) => {
      const trend = countHere(trending(cutOf(columns, filter, policy)));
      if (!trend.base.shown) expect(trend).toMatchObject({ waves: [], themes: [], items: [] });
      for (const { code, size } of trend.waves) {
        const view = buildView(columns, { ...filter, wave: [code] }, policy);
        expect(size).toEqual(view.base);
        if (!size.shown) {
          for (const one of [...trend.themes, ...trend.items])
            expect(one.waves.find((at) => at.wave === code)).toMatchObject({ result: { shown: false } });
          continue;
        }
        const [theme] = view.themes;
        for (const item of trend.items) {
          const at = item.waves.find((one) => one.wave === code)!;
          const there = theme!.items.find((one) => one.code === item.code)!.result;
          const { n, favourable } = there as Extract<typeof there, { shown: true }>;
          expect(at).toEqual({ wave: code, result: there.shown ? { shown: true, n, favourable } : there });
          shown += there.shown ? 1 : 0;
        }
        const score = trend.themes[0]!.waves.find((one) => one.wave === code)!;
        expect(score.seam === undefined && theme!.result).toMatchObject(
          score.seam === undefined ? score.result : {},
        );
      }
      for (const { variable, option, first, last } of trend.composition?.moved ?? [])
        for (const [wave, side] of [
          [trend.composition!.from, first],
          [trend.composition!.to, last],
        ] as const) {
          const view = buildView(columns, { ...filter, wave: [wave] }, policy);
          const block = view.variables.find((one) => one.code === variable.code)!;
          const { n } = side;
          expect(block.base).toMatchObject({ shown: true, n });
          const there = block.options.find((one) => one.code === option.code)!.result;
          expect(there).toMatchObject({ shown: true, share: side.share });
        }
    }),
    { numRuns: 150, seed: 20_261_122 },
  );
  // It is no proof that nothing was ever shown.
  expect(shown).toBeGreaterThan(150);
});
