import { expect, test } from "vitest";
import type { Instrument } from "./asked.ts";
import { bracketed } from "./bracketed.ts";
import { templates } from "./templates/index.ts";

test("results tell of a pipe by the short name of what it refers to; without pipes nothing changes", () => {
  const instrument = templates["oneplusx-student"]() as Instrument;
  expect(bracketed(instrument)).toBe(instrument);
  const piped = structuredClone(instrument);
  const [page] = piped.pages;
  const item = page?.items[1];
  if (!page || !item) throw new Error("the template has lost its first page");
  item.text = {
    "zh-CN": "{{BG06}}，{{ collector.college }}，{{NOPE}}？",
    en: "{{BG06}} {{collector.college}}?",
  };
  const told = bracketed(piped).pages[0]?.items[1];
  const named = piped.pages.flatMap((one) => one.items).find((one) => one.code === "BG06")?.short;
  expect(told?.text).toEqual({
    "zh-CN": `[${named?.["zh-CN"]}]，[college]，[NOPE]？`,
    en: `[${named?.en}] [college]?`,
  });
  expect({ ...told, text: 0 }).toEqual({ ...item, text: 0 });
});
