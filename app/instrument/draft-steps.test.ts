import fc from "fast-check";
import { expect, test } from "vitest";
import { type Step, stepsFrom } from "./draft-steps.ts";

/** A history as it grows: what each state holds, and the lines that say how it came about, the newest first. */
class Draft {
  readonly contents = ["published"];
  readonly lines: Step[] = [];
  get content() {
    return this.contents.at(-1);
  }
  set(content: string) {
    this.contents.push(content);
    this.lines.unshift({ number: this.contents.length - 1, change: { did: "set" } });
  }
  go(way: "back" | "forth"): boolean {
    const to = stepsFrom(this.lines)[way];
    if (to === undefined) return false;
    this.contents.push(this.contents[to]!);
    this.lines.unshift({ number: this.contents.length - 1, change: { did: "undo", number: to } });
    return true;
  }
}

test("back and forth behave as in any editor, however often and in whatever order", () => {
  const act = fc.constantFrom("set", "back", "forth");
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const draft = new Draft();
      // The usual model: what one can go back to, and what one can go forth to until something else is done.
      let past: string[] = [];
      let future: string[] = [];
      acts.forEach((one, index) => {
        if (one === "set") {
          past = [...past, draft.content!];
          future = [];
          draft.set(String(index));
        } else if (one === "back") {
          const to = past.pop();
          expect(draft.go("back")).toBe(to !== undefined);
          if (to === undefined) return;
          future.push(draft.lines.length > 0 ? (draft.contents.at(-2) as string) : "");
          expect(draft.content).toBe(to);
        } else {
          const to = future.pop();
          expect(draft.go("forth")).toBe(to !== undefined);
          if (to === undefined) return;
          past.push(draft.contents.at(-2) as string);
          expect(draft.content).toBe(to);
        }
      });
    }),
    { numRuns: 300 },
  );
});

test("a draft that began as a copy cannot go back before its beginning", () => {
  expect(stepsFrom([{ number: 1, change: { did: "start" } }])).toEqual({ back: undefined, forth: undefined });
  expect(stepsFrom([])).toEqual({ back: undefined, forth: undefined });
});
