import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import { type Addition, added } from "./adding.ts";
import { asked } from "./asked.ts";
import { type Definition, draftDefinition, instrumentDefinition, itemsOf } from "./definition.ts";
import { deleted } from "./deleting.ts";
import { duplicated } from "./duplicating.ts";
import type { Edited } from "./edit.ts";
import { codesOf } from "./free-code.ts";
import { moved, type Towards } from "./moving.ts";
import { reinstated } from "./reinstating.ts";
import { contentAt, findStanding, placesOf, wholeAt } from "./standing.ts";
import { templates } from "./templates/index.ts";

const student = () => draftDefinition.parse(templates["oneplusx-student"]()) as Definition;
const done = (edited: Edited) => {
  if ("refused" in edited) throw new Error(edited.refused);
  return edited;
};
/** All codes that stand in a list of elements or ticks, sorted. */
const elements = (definition: Definition) =>
  placesOf(definition)
    .filter((place) => /^(item|block):/.test(place))
    .sort();
const order = (definition: Definition) => placesOf(definition).join(" ");

const additions: Addition[] = [
  ...["scale", "single", "multiple", "year", "catalogue", "text", "consent", "differential", "number"],
  ...["date", "ranking", "sum", "nps", "slider", "short", "section", "image", "check", "matrix"],
  ...["block", "page", "theme", "scoring", "answer-scale"],
] as Addition[];

describe("adding", () => {
  test.each(additions)("%s after anything leaves a draft of the right shape", (what) => {
    for (const definition of [everyKind(), student()])
      for (const place of placesOf(definition)) {
        const edited = added(definition, what, place);
        if ("refused" in edited) {
          // Blocks and matrices are no ticks; everything else fits everywhere.
          expect(["block", "matrix"]).toContain(what);
          expect(place === "consent" || findStanding(definition, place)?.holder === "consent").toBe(true);
          continue;
        }
        expect(() => draftDefinition.parse(edited.definition)).not.toThrow();
        expect(placesOf(edited.definition)).toContain(edited.place);
      }
  });

  test("a statement after EXM09 is EXM10, on the same scale, right behind it", () => {
    const { definition, place } = done(added(student(), "scale", "item:EXM09"));
    expect(place).toBe("item:EXM10");
    expect(wholeAt(definition, place)).toMatchObject({ scale: "agree5", text: { "zh-CN": "", en: "" } });
    expect(order(definition)).toContain("item:EXM09 item:EXM10 item:EXB01");
  });

  test("no code comes back that was kept for something, or that an earlier version used", () => {
    const retired = new Set(["EXM10", "EXM11"]);
    expect(done(added(student(), "scale", "item:EXM09", retired)).place).toBe("item:EXM12");
    // CON03 to CON05 are reserved.
    expect(done(added(student(), "consent", "consent")).place).toBe("item:CON06");
  });

  test("an instrument without answer scales gets one with its first statement", () => {
    const bare = { ...everyKind(), scales: {} };
    expect(Object.keys(done(added(bare, "scale", "page:choices")).definition.scales)).toEqual(["agree5"]);
  });

  test("after something that is gone nothing is added", () => {
    expect(added(student(), "text", "item:NOPE")).toEqual({ refused: "gone" });
  });
});

describe("duplicating", () => {
  test("a page copies everything on it under new codes, and its routing leads to the copies", () => {
    const before = everyKind();
    const { definition, place } = done(duplicated(before, "page:choices"));
    expect(place).toBe("page:choices-2");
    expect(() => instrumentDefinition.parse(definition)).not.toThrow();
    const copy = JSON.stringify(wholeAt(definition, place));
    expect(copy).toContain('"showIf":{"item":"SIN02"');
    expect(copy).not.toContain('"SIN01"');
  });
});

describe("moving", () => {
  const around = everyKind();
  const block = around.pages.flatMap((page) => page.items).find((one) => one.kind === "block");

  test("up undoes down, for everything that can go down and leaves nothing empty", () => {
    for (const definition of [everyKind(), student()])
      for (const place of placesOf(definition)) {
        const down = moved(definition, place, "down");
        if ("refused" in down || placesOf(down.definition).length < placesOf(definition).length) continue;
        expect(order(done(moved(down.definition, place, "up")).definition)).toBe(order(definition));
      }
  });

  test("an item walks through a block and over the page's edge", () => {
    if (!block) throw new Error("there is no block");
    let definition = around;
    const holders: (string | undefined)[] = [];
    const first = block.items[0]!;
    for (let steps = 0; steps < block.items.length; steps++) {
      definition = done(moved(definition, `item:${first.code}`, "down")).definition;
      holders.push(findStanding(definition, `item:${first.code}`)?.holder);
    }
    expect(holders[0]).toBe(`block:${block.code}`);
    expect(holders).toContain("page:rows");
  });

  test("to a page's end, before and after others; never a block into a block, nor a tick among questions", () => {
    const into = done(moved(student(), "item:EXM05", { next: "into", to: "page:words" }));
    expect(findStanding(into.definition, "item:EXM05")?.holder).toBe("page:words");
    const before = done(moved(student(), "item:EXM05", { next: "before", to: "item:CUR01" }));
    expect(order(before.definition)).toContain("page:curriculum item:EXM05 item:CUR01");
    expect(moved(student(), "item:CON02", { next: "after", to: "item:CUR01" })).toEqual({
      refused: "nowhere",
    });
    expect(moved(student(), "page:exam", { next: "after", to: "item:CUR01" })).toEqual({
      refused: "nowhere",
    });
    if (block)
      expect(moved(around, `block:${block.code}`, { next: "into", to: `block:${block.code}` })).toEqual({
        refused: "nowhere",
      });
  });

  test("what it leaves empty is gone", () => {
    const { definition } = done(moved(student(), "item:NP01", { next: "into", to: "page:words" }));
    expect(wholeAt(definition, "page:reasons")).toBeUndefined();
  });
});

describe("deleting", () => {
  test("the last of a page takes the page with it; the last page, the last tick and what is used stay", () => {
    const { definition, place } = done(deleted(student(), "item:NP01"));
    expect(wholeAt(definition, "page:reasons")).toBeUndefined();
    expect(placesOf(definition)).toContain(place);
    expect(deleted(student(), "scale:agree5")).toEqual({ refused: "used" });
    expect(deleted(student(), "theme:EXM")).toEqual({ refused: "used" });
    const one = { ...student(), pages: student().pages.slice(0, 1) };
    expect(deleted(one, "page:about")).toEqual({ refused: "last" });
    expect(deleted(everyKind(), "item:CON01")).toEqual({ refused: "last" });
  });

  test("what somebody still works on can be put back where it stood", () => {
    for (const place of placesOf(everyKind())) {
      const edited = deleted(everyKind(), place);
      if ("refused" in edited) continue;
      const back = reinstated(edited.definition, everyKind(), place);
      expect(back && wholeAt(back, place)).toEqual(wholeAt(everyKind(), place));
      if (elements(back!).length === elements(everyKind()).length)
        expect(order(back!)).toBe(order(everyKind()));
    }
  });
});

type Operation =
  | { do: "add"; what: Addition; at: number }
  | { do: "duplicate"; at: number }
  | { do: "delete"; at: number }
  | { do: "move"; at: number; to: number; how: "up" | "down" | "before" | "after" | "into" };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ do: fc.constant("add" as const), what: fc.constantFrom(...additions), at: fc.nat() }),
  fc.record({ do: fc.constant("duplicate" as const), at: fc.nat() }),
  fc.record({ do: fc.constant("delete" as const), at: fc.nat() }),
  fc.record({
    do: fc.constant("move" as const),
    ...{ at: fc.nat(), to: fc.nat() },
    how: fc.constantFrom(
      "up" as const,
      "down" as const,
      "before" as const,
      "after" as const,
      "into" as const,
    ),
  }),
);

function apply(definition: Definition, one: Operation): Edited {
  const places = placesOf(definition);
  const place = places[one.at % places.length]!;
  if (one.do === "add") return added(definition, one.what, place);
  if (one.do === "duplicate") return duplicated(definition, place);
  if (one.do === "delete") return deleted(definition, place);
  const towards: Towards =
    one.how === "up" || one.how === "down" ? one.how : { next: one.how, to: places[one.to % places.length]! };
  return moved(definition, place, towards);
}

test("whatever is done in whatever order, the shape is right, codes are unique, and moving loses nothing", () => {
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 25 }), (operations) => {
      let definition = everyKind();
      for (const one of operations) {
        const frozen = JSON.stringify(definition);
        const edited = apply(definition, one);
        // What was given is never changed: other states share nothing with it.
        expect(JSON.stringify(definition)).toBe(frozen);
        if ("refused" in edited) continue;
        if (one.do === "move")
          expect(elements(edited.definition).filter((place) => place.startsWith("item:"))).toEqual(
            elements(definition).filter((place) => place.startsWith("item:")),
          );
        definition = edited.definition;
        expect(placesOf(definition)).toContain(edited.place);
      }
      draftDefinition.parse(definition);
      const codes = placesOf(definition);
      expect(new Set(codes).size).toBe(codes.length);
      const stored = itemsOf(asked(definition)).map(({ code }) => code);
      expect(new Set(stored).size).toBe(stored.length);
      for (const code of stored) expect(codesOf(definition).has(code)).toBe(true);
      for (const place of codes) expect(contentAt(definition, place)).toBeDefined();
    }),
    { numRuns: 150 },
  );
});
