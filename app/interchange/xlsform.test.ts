import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftDefinition, type Instrument } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { anyInstrument } from "./testing/any-instrument.ts";
import { xlsform, xlsformCsv } from "./xlsform.ts";

describe.each([
  ["xlsx", xlsform],
  ["csv", xlsformCsv],
] as const)("an instrument of ours as %s", (extension, format) => {
  const back = async (instrument: Instrument) => {
    const written = await format.write?.(instrument);
    const file = { name: `form.${extension}`, bytes: written?.bytes ?? new Uint8Array() };
    expect(format.recognises(file)).toBe(true);
    return format.read(file);
  };

  test.each(Object.entries(templates))(
    "%s comes back as it was, with nothing to report",
    async (_, template) => {
      const { draft, findings } = await back(template());
      expect(draft).toEqual(template());
      expect(findings).toEqual([]);
    },
  );

  test("whatever is in it comes back", async () => {
    await fc.assert(
      fc.asyncProperty(anyInstrument, async (instrument) => {
        expect(draftDefinition.parse(instrument)).toEqual(instrument);
        const { draft, findings } = await back(instrument);
        expect(draft).toEqual(instrument);
        expect(
          findings.filter(({ code }) => code !== "lost.piping" && code !== "changed.untranslated"),
        ).toEqual([]);
      }),
      // A failure is told as it came: making it smaller takes minutes.
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);
});
