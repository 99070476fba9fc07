import { describe, expect, test } from "vitest";
import { type Instrument, itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { formats, type InstrumentFormat } from "./index.ts";
import { fileOf } from "./testing/hostile.ts";
import { limeQuestion, limeSix, limeTwo } from "./testing/limesurvey-files.ts";
import { qualtricsFile } from "./testing/qualtrics-file.ts";
import { surveyjsFile } from "./testing/surveyjs-file.ts";

const all = Object.entries(formats) as [keyof typeof formats, InstrumentFormat][];
const recognised = (file: ReturnType<typeof fileOf>) =>
  all.filter(([, format]) => format.recognises(file)).map(([name]) => name);

describe("which format a file is of", () => {
  test.each([
    ["surveyjs", fileOf(surveyjsFile)],
    ["limesurvey", fileOf(limeSix)],
    ["limesurvey", fileOf(limeTwo)],
    ["limesurvey", fileOf(limeQuestion)],
    ["qualtrics", fileOf(qualtricsFile)],
  ])("%s, by what is in it and not by its name", (name, file) =>
    expect(recognised({ ...file, name: "x.txt" })).toEqual([name]),
  );

  const writing = all.filter(([, format]) => format.write);
  test.each(writing)("%s recognises first what it writes itself", async (name, format) => {
    for (const template of Object.values(templates)) {
      const written = await format.write?.(template());
      expect(recognised(fileOf(written?.bytes as Uint8Array))[0]).toBe(name);
    }
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["half a letter", new Uint8Array([0xe4, 0xb8])],
    ["JSON of somebody's", new TextEncoder().encode('{"a":[1,2]}')],
    ["a web page", new TextEncoder().encode("<!DOCTYPE html><title>x</title>")],
  ])("%s is of none", (_name, bytes) => expect(recognised(fileOf(bytes))).toEqual([]));
});

test("whatever goes out through a format that comes in again asks the same questions", async () => {
  const student = templates["oneplusx-student"]();
  const asked = (instrument: Instrument) => itemsOf(instrument).length;
  for (const format of [formats.product, formats.surveyjs] as InstrumentFormat[]) {
    const written = await format.write?.(student);
    expect(asked((await format.read(fileOf(written?.bytes as Uint8Array))).draft)).toBe(asked(student));
  }
});
