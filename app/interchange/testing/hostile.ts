import fc from "fast-check";
import type { Definition } from "#app/instrument/definition.ts";
import type { GivenFile, InstrumentFormat } from "../format.ts";
import { type Imported, Unreadable } from "../report.ts";

type Reader<Draft extends Definition> = Pick<InstrumentFormat<Draft>, "read">;

export const fileOf = (content: string | Uint8Array | object, name = "survey.json"): GivenFile => ({
  name,
  bytes:
    content instanceof Uint8Array
      ? content
      : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)),
});

/** Why a file is refused; "read" where it is not. Anything thrown that is no `Unreadable` is thrown on. */
export async function refusal(format: Reader<Definition>, file: GivenFile): Promise<string> {
  try {
    await format.read(file);
    return "read";
  } catch (problem) {
    if (problem instanceof Unreadable) return problem.reason;
    throw problem;
  }
}

/** What reading gave, or undefined where the file was refused, as it may be. */
export async function readOrRefuse<Draft extends Definition>(
  format: Reader<Draft>,
  file: GivenFile,
): Promise<Imported<Draft> | undefined> {
  try {
    return await format.read(file);
  } catch (problem) {
    if (problem instanceof Unreadable) return undefined;
    throw problem;
  }
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    "__proto__x",
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    "{",
    "<b>x</b>",
    "{q1} = ",
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A tree in which a few values, somewhere, are something else, gone, or there twice. */
export const mutated = (tree: unknown) =>
  fc
    .array(fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), fc.nat(3), anything), {
      minLength: 1,
      maxLength: 6,
    })
    .map((changes) => {
      const copy = structuredClone(tree) as Record<string, unknown>;
      for (const [path, way, value] of changes) change(copy, path, way, value);
      return copy;
    });

function change(tree: Record<string, unknown>, path: number[], way: number, value: unknown) {
  let holder = tree;
  for (const [at, step] of path.entries()) {
    const keys = Object.keys(holder);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const inner = holder[key];
    if (at < path.length - 1 && typeof inner === "object" && inner !== null) {
      holder = inner as Record<string, unknown>;
      continue;
    }
    if (way === 0) delete holder[key];
    else if (way === 1 && Array.isArray(holder)) holder.push(structuredClone(inner));
    else holder[key] = value;
    return;
  }
}

/** A text with pieces cut out, doubled or put in. */
export const torn = (text: string) =>
  fc
    .array(
      fc.tuple(
        fc.nat(text.length),
        fc.nat(40),
        fc.constantFrom("", "<", "]]>", '"', "{", "&x;", "\u0000", "转"),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((cuts) =>
      cuts.reduce((left, [at, length, piece]) => left.slice(0, at) + piece + left.slice(at + length), text),
    );

/** The rise of resident memory in megabytes, and the seconds of work a call took, however busy the machine is. */
export async function cost(call: () => unknown) {
  const before = process.memoryUsage().rss;
  const from = performance.now();
  await call();
  return {
    seconds: (performance.now() - from) / 1000,
    megabytes: (process.memoryUsage().rss - before) / 1e6,
  };
}
