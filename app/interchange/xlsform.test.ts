import { describe, expect, test } from "vitest";
import { templates } from "#app/instrument/templates/index.ts";
import { xlsform, xlsformCsv } from "./xlsform.ts";

describe.each([
  ["xlsx", xlsform],
  ["csv", xlsformCsv],
] as const)("an instrument of ours as %s", (extension, format) => {
  test.each(Object.entries(templates))(
    "%s comes back as it was, with nothing to report",
    async (name, template) => {
      const written = await format.write?.(template());
      const file = { name: `${name}.${extension}`, bytes: written?.bytes ?? new Uint8Array() };
      expect(format.recognises(file)).toBe(true);
      const { draft, findings } = await format.read(file);
      expect(draft).toEqual(template());
      expect(findings).toEqual([]);
    },
  );
});
