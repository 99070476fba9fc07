import { expect, test } from "vitest";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import type { Definition } from "./definition.ts";
import { differences } from "./differences.ts";
import { completeDefinitions } from "./templates/index.ts";

type Path = (string | number)[];

/** Every value at the end of a path. */
function* leaves(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (value === null || typeof value !== "object") yield [path, value];
  else
    for (const [key, inner] of Object.entries(value))
      yield* leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

const other = (value: unknown) => {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : `${value}改`;
};

function withLeaf(definition: Definition, path: Path): Definition {
  const copy = structuredClone(definition);
  let at: Record<string | number, unknown> = copy as unknown as Record<string, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  at[last] = other(at[last]);
  return copy;
}

/** The instrument's own code stands in its address and never changes; a picture's size follows from its file. */
const silent = /^(format|code|reserved\.\d+\.note\..*)$|\.(width|height)$/;

test("nothing that can change in any kind of question goes unnoticed", () => {
  const before = everyKind();
  const unnoticed = [...leaves(before)]
    .map(([path]) => path)
    .filter((path) => !silent.test(path.join(".")))
    .filter((path) => differences(before, withLeaf(before, path)).length === 0)
    .map((path) => path.join("."));
  expect(unnoticed).toEqual([]);
}, 60_000);

test.each(Object.entries({ everyKind, ...completeDefinitions }))(
  "%s has no difference from itself",
  (_, make) => {
    expect(differences(make(), make())).toEqual([]);
  },
);

test("every difference has a key of its own", () => {
  const [before, after] = [everyKind(), completeDefinitions["oneplusx-student"]()];
  const keys = differences(before, after).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
