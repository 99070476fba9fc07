import { expect, test } from "vitest";
import { asked, draftDefinition } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { Imported } from "./report.ts";
import { surveyjs } from "./surveyjs.ts";
import { fileOf } from "./testing/hostile.ts";

test("numbers, dates, orders, lines and options with flags keep their kind", async () => {
  const t = (en: string) => ({ "zh-CN": "", en });
  const base = { rev: 1, required: false, background: false, mirrors: [] };
  const options = [
    { code: "a", label: t("A") },
    { code: "none", label: t("None of these"), exclusive: true },
    { code: "other", label: t("Something else"), other: true },
  ];
  const items = [
    { kind: "number", ...base, code: "NUM", text: t("n"), min: 0, max: 7.5, decimals: 1, bands: [] },
    {
      kind: "date",
      ...base,
      code: "DAY",
      text: t("d"),
      precision: "month",
      min: "1950-01",
      max: "2050-12",
    },
    {
      kind: "ranking",
      ...base,
      code: "RNK",
      text: t("r"),
      options: options.slice(0, 2).map(({ code, label }) => ({ code, label })),
    },
    { kind: "slider", ...base, code: "SLD", text: t("s"), steps: [0, 5, 10].map((value) => ({ value })) },
    { kind: "nps", ...base, code: "NPS", text: t("p"), low: t("Never"), high: t("Surely") },
    { kind: "multiple", ...base, code: "MUL", text: t("m"), options, min: 1, max: 2 },
  ];
  const [student] = Object.values(templates);
  const definition = draftDefinition.parse({
    ...student?.(),
    pages: [{ code: "p", title: t("P"), items }],
  });
  const written = surveyjs.write?.(asked(definition)) as { bytes: Uint8Array };
  const again = surveyjs.read(fileOf(written.bytes)) as Imported;
  expect(again.draft.pages[0]?.items).toEqual(definition.pages[0]?.items);
});
