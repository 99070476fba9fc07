import { describe, expect, test } from "vitest";
import type { Wave } from "#db/queries/waves.server.ts";
import {
  readDoorForm,
  readNewDoorForm,
  readQuotaForm,
  readTargetForm,
  readWaveForm,
} from "./wave-forms.server.ts";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const errorsOf = (parsed: { ok: true } | { ok: false; refused: { errors: Record<string, string> } }) =>
  parsed.ok ? {} : parsed.refused.errors;
const now = new Date("2026-03-01T00:00:00Z");
const fields = {
  nameZh: " 春季 ",
  nameEn: "",
  opens: "2026-03-10T08:00",
  closes: "2026-03-31T23:59",
  grace: "15",
  version: "v1",
};

describe("the form of a wave", () => {
  test("local times become moments, and an empty English name is the Chinese one", () => {
    expect(readWaveForm(form(fields), "Asia/Shanghai", undefined, now)).toEqual({
      ok: true,
      data: {
        name: { "zh-CN": "春季", en: "春季" },
        opensAt: "2026-03-10T00:00:00.000Z",
        closesAt: "2026-03-31T15:59:00.000Z",
        graceMinutes: 15,
        versionId: "v1",
      },
    });
  });

  test.each([
    [{ nameZh: " " }, { nameZh: "required" }],
    [{ nameZh: "长".repeat(121) }, { nameZh: "tooLong" }],
    [{ closes: "2026-03-10T08:00" }, { closes: "closesFirst" }],
    [{ opens: "soon" }, { opens: "noSuchTime" }],
    [{ opens: "2026-01-01T08:00", closes: "2026-02-01T08:00" }, { closes: "alreadyOver" }],
    [{ grace: "-1" }, { grace: "wholeNumber" }],
    [{ grace: "99999" }, { grace: "tooLarge" }],
    [{ version: "" }, { version: "required" }],
  ])("%j is refused beside its field", (changed, errors) => {
    expect(errorsOf(readWaveForm(form({ ...fields, ...changed }), "Asia/Shanghai", undefined, now))).toEqual(
      errors,
    );
  });

  test("an hour that clocks skip is no opening time", () => {
    const skipped = form({ ...fields, opens: "2026-03-29T02:30", closes: "2026-04-01T00:00" });
    expect(errorsOf(readWaveForm(skipped, "Europe/Berlin", undefined, now))).toEqual({ opens: "noSuchTime" });
  });

  test("a time left as it was keeps its seconds, also in the hour that is lived twice", () => {
    const wave = { opensAt: "2026-10-25T01:30:27.123Z", closesAt: "2026-10-26T01:00:00.000Z" } as Wave;
    const same = form({ ...fields, opens: "2026-10-25T02:30", closes: "2026-10-26T02:00" });
    const read = readWaveForm(same, "Europe/Berlin", wave, now);
    expect(read.ok && read.data).toMatchObject({ opensAt: wave.opensAt, closesAt: wave.closesAt });
  });
});

describe("the form of a door", () => {
  const door = { nameZh: "会计2401班", expected: "", most: "", kind: "class" };
  test("numbers may be left empty; rows without a value do not count", () => {
    const read = readDoorForm(
      form({ ...door, variable0: "college", zh0: "", variable1: "campus", zh1: "东", en1: "East" }),
    );
    expect(read).toEqual({
      ok: true,
      data: {
        name: { "zh-CN": "会计2401班", en: "会计2401班" },
        cohort: { campus: { "zh-CN": "东", en: "East" } },
        expected: null,
        most: null,
      },
    });
  });
  test("a class code stands for the class of its name", () => {
    const read = readNewDoorForm(form(door));
    expect(read.ok && read.data.cohort).toEqual({ class: { "zh-CN": "会计2401班", en: "会计2401班" } });
  });
  test("a door for fewer than ten must be wanted", () => {
    expect(errorsOf(readNewDoorForm(form({ ...door, expected: "9" })))).toEqual({ small: "small" });
    expect(readNewDoorForm(form({ ...door, expected: "9", small: "yes" })).ok).toBe(true);
    expect(readNewDoorForm(form({ ...door, expected: "10" })).ok).toBe(true);
    expect(errorsOf(readNewDoorForm(form({ ...door, expected: "９" })))).toEqual({ small: "small" });
    expect(errorsOf(readNewDoorForm(form({ ...door, nameZh: "", expected: "9" })))).toEqual({
      nameZh: "required",
      small: "small",
    });
  });
  test("everything wrong is said at once", () => {
    const wrong = form({
      nameZh: "",
      expected: "1.5",
      most: "0",
      kind: "window",
      variable3: "Bad",
      zh3: "x",
    });
    expect(errorsOf(readNewDoorForm(wrong))).toEqual({
      nameZh: "required",
      expected: "wholeNumber",
      most: "tooSmall",
      cohort3: "badVariable",
      kind: "required",
    });
  });
});

test("a quota is about different questions, and takes at least one", () => {
  expect(errorsOf(readQuotaForm(form({ first: "BG01=sec", second: "BG01=hvc", most: "5" })))).toEqual({
    second: "cellTwice",
  });
  expect(errorsOf(readQuotaForm(form({ first: "BG01=sec", most: "0" })))).toEqual({ most: "tooSmall" });
  expect(readQuotaForm(form({ first: "", second: "", most: "１０" }))).toMatchObject({
    ok: true,
    data: { most: 10 },
  });
});

describe("target shares", () => {
  const read = (...shares: string[]) =>
    readTargetForm(form(Object.fromEntries(shares.map((share, at) => [`share${at}`, share]))), [
      "a",
      "b",
      "c",
    ]);
  test("add up to a hundred, give or take half a percent", () => {
    expect(read("33.3", "33.3", "33.3")).toEqual({ ok: true, data: { a: 33.3, b: 33.3, c: 33.3 } });
    expect(read("60%", "40", "")).toEqual({ ok: true, data: { a: 60, b: 40 } });
    expect(read("99.5")).toMatchObject({ ok: true });
    expect(read("99.4")).toMatchObject({
      ok: false,
      refused: { errors: { sum: "badSum" }, values: { sum: "99.4" } },
    });
    expect(read("60", "41")).toMatchObject({ ok: false });
  });
  test("none at all is no target", () => expect(read("", " ", "")).toEqual({ ok: true, data: {} }));
  test("what is no share is said beside it", () =>
    expect(errorsOf(read("101", "-1", "x"))).toEqual({
      share0: "badShare",
      share1: "badShare",
      share2: "badShare",
    }));
});
