import { describe, expect, test } from "vitest";
import { itemsFor } from "#app/instrument/routing.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { closeDraft } from "./closing.ts";
import { dayIn, doorState } from "./door.ts";
import { incompletePage, pageToContinue, placeOf, readPage } from "./draft.ts";
import {
  codeHash,
  draftKey,
  isSecret,
  newSecret,
  readCode,
  responseId,
  withdrawalCode,
} from "./phone-secret.server.ts";

const instrument = templates["oneplusx-student"]();
const around = { scales: instrument.scales, findCertificate: () => undefined, year: 2026 };
const about = instrument.pages[0]!;

describe("reading a page", () => {
  test("takes only what this page asks", () => {
    const form = new URLSearchParams("SCR01=taken&BG01=sec&CUR01=5&EVIL=1&__proto__=x");
    const { answers } = readPage(about.items, form, {}, around, true);
    expect(answers.SCR01).toBe("taken");
    expect(Object.keys(answers)).toEqual(about.items.map((item) => item.code));
  });
  test("insists on required items only when moving on, and keeps the rest", () => {
    const form = new URLSearchParams("BG01=sec");
    expect(readPage(about.items, form, {}, around, true).problems).toEqual({ SCR01: "required" });
    expect(readPage(about.items, form, {}, around, false)).toMatchObject({
      answers: { BG01: "sec" },
      problems: {},
    });
  });
  test("an impossible value is named and the earlier answer stays", () => {
    const form = new URLSearchParams("SCR01=hacker");
    const reading = readPage(about.items, form, { SCR01: "taken" }, around, true);
    expect(reading).toMatchObject({ answers: { SCR01: "taken" }, problems: { SCR01: "unknown-option" } });
  });
});

describe("place in the survey", () => {
  test("knows its neighbours and how many pages there will be", () => {
    expect(placeOf(instrument, {}, "about")).toMatchObject({ number: 1, of: 9 });
    expect(placeOf(instrument, { SCR01: "none" }, "reasons")).toMatchObject({
      number: 2,
      of: 3,
      previous: { code: "about" },
      next: { code: "words" },
    });
  });
  test("continues on the page left last, or at the start when routing no longer leads there", () => {
    const draft = {
      language: "en" as const,
      seed: 1,
      answers: { SCR01: "taken" },
      page: "career",
      pageSeconds: {},
      signals: [],
    };
    expect(pageToContinue(instrument, draft).code).toBe("career");
    expect(pageToContinue(instrument, { ...draft, answers: { SCR01: "none" } }).code).toBe("about");
  });
  test("finds the page that still lacks a required answer", () => {
    expect(incompletePage(instrument, {})?.code).toBe("about");
    expect(incompletePage(instrument, { SCR01: "none" })).toBeUndefined();
  });
});

describe("closing", () => {
  const answers = {
    CON01: true as const,
    CON02: null,
    SCR01: "preparing",
    BG06: { pending: "自填证书" },
    BG13: ["skill"],
    CUR01: 98,
    CUR02: 4,
    EXM01: 5,
    OPC01: "话",
  };
  const closed = closeDraft(instrument, { answers, seed: 7, pageSeconds: { about: 12, nowhere: 3 } });
  test("answers to questions that are not asked in the end are dropped", () => {
    expect(closed.answers).not.toHaveProperty("EXM01");
    expect(closed.presented).not.toContain("EXM01");
  });
  test("skipped is null, N/A is 98, not asked is absent", () => {
    expect(closed.answers).toMatchObject({ CUR01: 98, CUR02: 4, CUR03: null, CON01: true, CON02: null });
  });
  test("words lie apart, an unknown certificate among them", () => {
    expect(closed.words).toEqual({ OPC01: "话", BG06: "自填证书" });
    expect(closed.answers.BG06).toBe("~");
    expect(closed.answers).not.toHaveProperty("OPC01");
  });
  test("the presented order is every asked item once", () => {
    const asked = instrument.pages.flatMap((page) =>
      page.showIf && page.code !== "words" && page.code === "exam" ? [] : itemsFor(page, answers),
    );
    const shown = asked.filter((item) => closed.presented.includes(item.code));
    expect(new Set(closed.presented).size).toBe(closed.presented.length);
    expect(shown.length).toBe(closed.presented.length - instrument.consent.ticks.length);
  });
  test("only pages of the instrument keep their seconds", () =>
    expect(closed.pageSeconds).toEqual({ about: 12 }));
});

describe("the door", () => {
  const times = {
    opensAt: "2026-03-01T00:00:00Z",
    closesAt: "2026-03-31T16:00:00Z",
    graceMinutes: 60,
    paused: false,
    closed: false,
  };
  test.each([
    ["2026-02-28T23:59:59Z", "early"],
    ["2026-03-01T00:00:00Z", "open"],
    ["2026-03-31T15:59:59Z", "open"],
    ["2026-03-31T16:00:00Z", "grace"],
    ["2026-03-31T16:59:59Z", "grace"],
    ["2026-03-31T17:00:00Z", "closed"],
  ])("%s is %s", (now, state) => expect(doorState(times, false, new Date(now))).toBe(state));
  test("full and paused while open", () => {
    const now = new Date("2026-03-10T00:00:00Z");
    expect(doorState(times, true, now)).toBe("full");
    expect(doorState({ ...times, paused: true }, true, now)).toBe("paused");
  });
  test("a day is a day where the study is", () => {
    expect(dayIn("Asia/Shanghai", new Date("2026-03-31T16:30:00Z"))).toBe("2026-04-01");
    expect(dayIn("UTC", new Date("2026-03-31T16:30:00Z"))).toBe("2026-03-31");
  });
});

describe("the phone's secret", () => {
  const secret = "000102030405060708090a0b0c0d0e0f";
  test("its names differ from it and from each other", () => {
    const names = [
      draftKey(secret),
      responseId(secret),
      withdrawalCode(secret),
      codeHash(withdrawalCode(secret)),
    ];
    expect(new Set([secret, ...names]).size).toBe(5);
    for (const name of names) expect(name).not.toContain(secret);
    expect(names[0]).not.toContain(names[1]);
  });
  test("a code survives being read aloud and typed", () => {
    const code = withdrawalCode(secret);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    expect(codeHash(typed)).toBe(codeHash(code));
    expect(readCode("too short")).toBeUndefined();
    expect(readCode(`${code}U`)).toBeUndefined();
  });
  test("secrets are 128 random bits in hexadecimal, and nothing else passes for one", () => {
    expect(isSecret(newSecret())).toBe(true);
    for (const other of [undefined, "", "x".repeat(32), `${secret}0`, secret.toUpperCase()]) {
      expect(isSecret(other === secret.toUpperCase() ? "000102030405060708090A0B0C0D0E0F" : other)).toBe(
        false,
      );
    }
  });
});
