import { describe, expectTypeOf, test } from "vitest";
import type { freeze } from "#app/briefs/freeze.ts";
import type { buildView } from "#app/results/gate.ts";
import type { Gated, GroupTable, View } from "#app/results/view.ts";

/* Checked by the compiler (`tsc`); at run time there is nothing to see. */
const plain: View = { base: { shown: true, n: 3 }, themes: [], unscored: [], variables: [] };

describe("a number that did not pass", () => {
  test("is no gated view, whatever it looks like", () => {
    expectTypeOf<View>().not.toExtend<Gated<View>>();
    expectTypeOf<GroupTable>().not.toExtend<Gated<GroupTable>>();
    // @ts-expect-error: only `pass` of app/results makes gated values
    const forged: Gated<View> = plain;
    expectTypeOf(forged).toExtend<View>();
  });

  test("cannot be published, nor drawn where there is no number", () => {
    expectTypeOf<Parameters<typeof freeze>[1]>().toEqualTypeOf<Gated<View>>();
    expectTypeOf<Parameters<typeof freeze>[2]>().toEqualTypeOf<Gated<GroupTable>[]>();
    expectTypeOf<ReturnType<typeof buildView>>().toEqualTypeOf<Gated<View>>();
    // @ts-expect-error: a hidden part has no number to travel in
    const hidden: View["base"] = { shown: false, why: "few", n: 3 };
    expectTypeOf(hidden).toExtend<View["base"]>();
  });
});
