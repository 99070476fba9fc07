import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { draftDefinition, itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { productJson, productSchema } from "./product-json.ts";
import type { Imported } from "./report.ts";
import { anyDefinition } from "./testing/any-definition.ts";
import { cost, fileOf, mutated, readOrRefuse, refusal } from "./testing/hostile.ts";

const all = Object.values(templates).map((template) => template());
const first = all[0] as (typeof all)[number];
const read = (content: object | string) => productJson.read(fileOf(content)) as Imported;
const plain = () => JSON.parse(JSON.stringify(first)) as Record<string, unknown>;

describe("what is written", () => {
  test.each(all)("reads back equal: $code", async (instrument) => {
    const written = await productJson.write?.(instrument);
    const again = productJson.read(fileOf(written?.bytes as Uint8Array)) as Imported;
    expect(again.draft).toEqual(instrument);
    expect([...again.findings, ...(written?.findings ?? [])]).toEqual([]);
    expect(Object.values(again.read).reduce((sum, one) => sum + one, 0)).toBe(itemsOf(instrument).length);
  });

  test("reads back equal, whatever instrument it is", async () => {
    await fc.assert(
      fc.asyncProperty(anyDefinition, async (instrument) => {
        const written = await productJson.write?.(instrument);
        expect((productJson.read(fileOf(written?.bytes as Uint8Array)) as Imported).draft).toEqual(
          instrument,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("is recognised, other JSON is not", async () => {
    const written = await productJson.write?.(first);
    expect(productJson.recognises(fileOf(written?.bytes as Uint8Array))).toBe(true);
    expect(productJson.recognises(fileOf({ pages: [{ elements: [] }] }))).toBe(false);
    expect(productJson.recognises(fileOf("format respondent consent"))).toBe(false);
    expect(productJson.recognises(fileOf(new Uint8Array([0xff, 0xd8])))).toBe(false);
  });
});

describe("the published schema", () => {
  test("is the file that is published; run vitest -u where the definition has changed", async () =>
    await expect(`${JSON.stringify(productSchema(), null, 2)}\n`).toMatchFileSnapshot(
      "../../public/schemas/instrument-1.schema.json",
    ));

  test("says what every field means", () => {
    const silent: string[] = [];
    const look = (node: unknown, path: string) => {
      if (typeof node !== "object" || node === null) return;
      const { properties } = node as { properties?: Record<string, { description?: string; $ref?: string }> };
      for (const [name, field] of Object.entries(properties ?? {}))
        if (!field.description && !described(field.$ref)) silent.push(`${path}.${name}`);
      for (const [key, inner] of Object.entries(node)) look(inner, `${path}.${key}`);
    };
    const schema = productSchema() as { $defs?: Record<string, { description?: string }> };
    const described = (ref: string | undefined) => schema.$defs?.[ref?.split("/").at(-1) ?? ""]?.description;
    look(schema, "");
    expect(silent).toEqual([]);
  });

  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(productSchema())));
  test.each(all)("holds for the template $code", (instrument) =>
    expect(schema.safeParse(JSON.parse(JSON.stringify(instrument))).error).toBeUndefined(),
  );
  test.each([
    ["a field that is not of the format", { surprise: 1 }],
    ["another format", { format: 2 }],
    ["a code that is none", { code: "Not A Code" }],
    ["no pages", { pages: [] }],
    ["a respondent nobody knows", { respondent: "dog" }],
  ])("refuses %s", (_name, change) =>
    expect(schema.safeParse({ ...plain(), ...change }).success).toBe(false),
  );
});

describe("what is amiss", () => {
  test("fields of no meaning here are left out and reported with their place", () => {
    const odd = plain() as { pages: { items: Record<string, unknown>[] }[]; note?: string };
    odd.note = "mine";
    (odd.pages[0]?.items[0] as Record<string, unknown>).colour = "red";
    const { draft, findings } = read(odd);
    expect(draft).toEqual(first);
    expect(findings.map(({ code, place }) => [code, place.path])).toEqual([
      ["lost.setting", "pages.0.items.0.colour"],
      ["lost.setting", "note"],
    ]);
  });

  test.each([
    ["nothing", "", "empty"],
    ["a newer format", { ...plain(), format: 2 }, "newerVersion"],
    ["no format", { ...plain(), format: undefined }, "wrongFormat"],
    ["a list", [plain()], "wrongFormat"],
    ["half a file", JSON.stringify(first).slice(0, 5000), "broken"],
    ["a code used as a number", { ...plain(), code: 7 }, "broken"],
    ["__proto__", `{"format":1,"scales":{"__proto__":{"polluted":true}}}`, "dangerous"],
    ["an escaped __proto__", `{"format":1,"\\u005f_proto__":{"polluted":true}}`, "dangerous"],
    ["depth", `{"format":1,"x":${"[".repeat(100_000)}`, "dangerous"],
    ["too many bytes", `{"format":1,"x":"${"y".repeat(10_000_001)}"}`, "tooLarge"],
    ["bytes that are no text", new Uint8Array([0x7b, 0xff, 0xfe, 0x00]), "wrongFormat"],
  ])("%s is refused", async (_name, content, reason) =>
    expect(await refusal(productJson, fileOf(content))).toBe(reason),
  );

  test("too many items are refused", async () => {
    const items = Array.from({ length: 2001 }, (_, at) => ({
      kind: "text",
      code: `T${at + 10}`,
      rev: 1,
      text: { "zh-CN": "", en: "" },
    }));
    const huge = { ...plain(), pages: [{ code: "a", title: { "zh-CN": "", en: "" }, items }] };
    expect(await refusal(productJson, fileOf(huge))).toBe("tooMany");
  });

  test.each([
    ["a million pages", `{"format":1,"pages":[${"{},".repeat(1_000_000)}{}]}`, "tooMany"],
    ["more pages than may be", `{"format":1,"pages":[${"{},".repeat(11_500)}{}]}`, "tooMany"],
    ["as many pages as may be", `{"format":1,"pages":[${"{},".repeat(1990)}{}]}`, "broken"],
    ["more conditions", `{"format":1,"pages":[{"showIf":{"all":[${"{},".repeat(1990)}{}]}}]}`, "tooMany"],
    ["as many conditions", `{"format":1,"pages":[{"showIf":{"all":[${"{},".repeat(900)}{}]}}]}`, "broken"],
    [
      "as many points",
      `{"format":1,"pages":[],"scales":{${Array.from({ length: 11 }, (_, at) => `"s${at}":{"points":[${"{},".repeat(990)}{}]}`).join()}}}`,
      "broken",
    ],
  ])("%s end quickly and with flat memory", async (_name, wide, reason) => {
    const spent = await cost(async () => expect(await refusal(productJson, fileOf(wide))).toBe(reason));
    expect(spent.seconds).toBeLessThan(2);
    expect(spent.megabytes).toBeLessThan(150);
  });

  test("whatever a file holds, it is a draft or refused", async () => {
    await fc.assert(
      fc.asyncProperty(mutated(plain()), async (tree) => {
        const got = await readOrRefuse(productJson, fileOf(tree));
        if (got) expect(draftDefinition.safeParse(got.draft).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
