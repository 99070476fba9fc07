import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { certificateFinder } from "#app/fieldwork/certificates.ts";
import { pendingCertificate } from "#app/fieldwork/closing.ts";
import { type Item, itemsOf } from "#app/instrument/definition.ts";
import { itemsFor, pagesFor } from "#app/instrument/routing.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { kinds, readItem } from "#app/questions/index.ts";
import { missing } from "#app/questions/kind.ts";
import { inventedCertificates } from "./certificates.ts";
import { demoDoors } from "./colleges.ts";
import { type DemoResponse, demoResponses, waveDays } from "./population.ts";

const instrument = templates["oneplusx-student"]();
const items = new Map<string, Item>(itemsOf(instrument).map((item) => [item.code, item]));
const draw = (count: number, seed = 5) => {
  const people = demoResponses(instrument, seed);
  return Array.from({ length: count }, () => people.next().value);
};
const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

let people: DemoResponse[];
beforeAll(() => {
  people = draw(1200);
});

/** Valid points of an item, reversed where it is worded against its scale. */
function points(code: string, among: DemoResponse[]): number[] {
  const item = items.get(code);
  const turned = item?.kind === "scale" && item.reverse;
  return among
    .map(({ answers }) => answers[code])
    .filter((answer): answer is number => typeof answer === "number" && answer !== missing.notApplicable)
    .map((value) => (turned ? 6 - value : value));
}
const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const scaleMean = (code: string, among: DemoResponse[]) =>
  mean(instrument.scoring.find((one) => one.code === code)!.items.map((item) => mean(points(item, among))));
const by = (code: string, value: string) => people.filter(({ answers }) => answers[code] === value);

test("the same seed draws the same people, another seed others", () => {
  expect(hashOf(draw(300))).toBe(hashOf(draw(300)));
  expect(hashOf(draw(300))).toBe(hashOf(people.slice(0, 300)));
  expect(hashOf(draw(300, 6))).not.toBe(hashOf(draw(300)));
  expect(new Set(people.map((one) => one.id)).size).toBe(1200);
  for (const { id, receiptHash } of people) {
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(receiptHash).toMatch(/^[0-9a-f]{64}$/);
  }
});

describe("every response is one the survey could have received", () => {
  test("everything asked has an entry, nothing else has", () => {
    for (const { answers, words, presented, pageSeconds } of people) {
      const pages = pagesFor(instrument, answers);
      const asked = [...instrument.consent.ticks, ...pages.flatMap((page) => itemsFor(page, answers))];
      expect([...presented].sort()).toEqual(asked.map((item) => item.code).sort());
      const closed = asked.filter((item) => item.kind !== "text").map((item) => item.code);
      expect(Object.keys(answers).sort()).toEqual(closed.sort());
      for (const code of Object.keys(words)) expect(presented).toContain(code);
      expect(Object.keys(pageSeconds)).toEqual(pages.map((page) => page.code));
      expect(Math.min(...Object.values(pageSeconds))).toBeGreaterThanOrEqual(2);
    }
  });

  test("every answer reads back through its question kind as it is stored", () => {
    const around = {
      scales: instrument.scales,
      year: 2025,
      findCertificate: certificateFinder(inventedCertificates),
    };
    for (const { answers, words } of people) {
      for (const [code, answer] of Object.entries(answers)) {
        const item = items.get(code)!;
        const given = answer === pendingCertificate ? { pending: words[code]! } : answer;
        const written = given === null ? [] : kinds[item.kind].write(given);
        expect(readItem(item, written, around), code).toEqual({ answer: given });
      }
      for (const [code, said] of Object.entries(words)) {
        if (answers[code] === pendingCertificate) continue;
        expect(readItem(items.get(code)!, [said], around), code).toEqual({ answer: said });
      }
    }
  });

  test("statements are shuffled within their page, the instructed item stays", () => {
    const orders = people
      .slice(0, 50)
      .map((one) => one.presented.filter((code) => code.startsWith("CUR")).join());
    expect(new Set(orders).size).toBeGreaterThan(35);
  });
});

describe("the population has the structure it is meant to have", () => {
  test("groups are large enough to be compared", () => {
    const share = (code: string, value: string) => by(code, value).length / people.length;
    expect(share("SCR01", "taken")).toBeCloseTo(0.82, 1);
    expect(share("SCR01", "preparing")).toBeCloseTo(0.12, 1);
    expect(share("SCR01", "none")).toBeCloseTo(0.06, 1);
    for (const { code } of inventedCertificates) expect(by("BG06", code).length, code).toBeGreaterThan(100);
    for (const level of ["elem", "inter", "adv"]) expect(by("BG07", level).length).toBeGreaterThan(150);
    for (const door of demoDoors) {
      const size = people.filter((one) => one.door === door.slug).length;
      expect(size, door.slug).toBeGreaterThanOrEqual(door.slug === "demo" ? 10 : 200);
    }
    expect(new Set(people.map((one) => one.answers.BG08)).size).toBe(9);
    expect(Math.max(...people.map((one) => one.day))).toBeLessThan(waveDays);
  });

  test("remote exams fall in 2020–2022", () => {
    const years = by("BG09", "remote").map((one) => one.answers.BG08 as number | null);
    const closed = years.filter((year) => year && year >= 2020 && year <= 2022).length;
    expect(closed / years.length).toBeGreaterThan(0.8);
  });

  test("scales hold together, reversed items included", () => {
    for (const { code, items: members } of instrument.scoring.filter((one) => one.code !== "SUP")) {
      const alpha = alphaOf(members);
      expect(alpha, code).toBeGreaterThan(0.75);
      expect(alpha, code).toBeLessThan(0.95);
    }
  });

  test("curriculum and career lean positive, examination does not", () => {
    expect(Math.abs(scaleMean("CUR", people) - 3.6)).toBeLessThan(0.15);
    expect(scaleMean("CAR", people)).toBeGreaterThan(3.3);
    expect(scaleMean("EXM", people)).toBeLessThan(3.05);
    expect(scaleMean("EXM", people)).toBeGreaterThan(2.6);
  });

  test("remote exams are thought less strict and less credible, and not less relevant", () => {
    const gap = (code: string) =>
      mean(points(code, by("BG09", "site"))) - mean(points(code, by("BG09", "remote")));
    for (const code of ["EXM04", "EXM05", "EXM06"]) expect(gap(code), code).toBeGreaterThan(0.4);
    expect(Math.abs(gap("EXM02"))).toBeLessThan(0.3);
  });

  test("some skip, some are careless, both in believable measure", () => {
    const likert = people.flatMap(({ answers }) =>
      Object.entries(answers).filter(([code]) => /^(CUR|EXM|CAR)/.test(code)),
    );
    const skipped = likert.filter(([, answer]) => answer === null).length / likert.length;
    expect(skipped).toBeGreaterThan(0.03);
    expect(skipped).toBeLessThan(0.08);
    const checked = people.filter(({ answers }) => typeof answers.ATT01 === "number");
    const failed = checked.filter(({ answers }) => answers.ATT01 !== 2).length / checked.length;
    expect(failed).toBeGreaterThan(0.03);
    expect(failed).toBeLessThan(0.1);
    expect(people.filter(({ answers }) => answers.CON02 === true).length / 1200).toBeCloseTo(0.8, 1);
  });
});

describe("what people write", () => {
  const open = (one: DemoResponse) => Object.entries(one.words).filter(([code]) => code.startsWith("OP"));

  test("more than half write something, in hundreds of different sentences", () => {
    const writing = people.filter((one) => open(one).length > 0);
    expect(writing.length / people.length).toBeGreaterThan(0.48);
    expect(writing.length / people.length).toBeLessThan(0.62);
    expect(new Set(people.flatMap(open).map(([, said]) => said)).size).toBeGreaterThan(900);
  });

  test("nothing of the composing shows, and English speakers write English", () => {
    for (const one of people) {
      for (const [, said] of open(one)) {
        expect(said).not.toMatch(/[{}[\]|@]|undefined/);
        expect(/[\u4e00-\u9fff]/.test(said), said).toBe(one.language === "zh-CN");
      }
    }
  });

  test("nobody tells of an exam at home who sat in a hall", () => {
    for (const one of people) {
      if (one.answers.BG09 === "site")
        expect(one.words.OPE01 ?? "").not.toMatch(/在家考|掉线了|摄像头|webcam/);
    }
  });
});

/** Cronbach's alpha on complete cases, from its definition. */
function alphaOf(members: string[]): number {
  const rows = people
    .map((one) => members.map((code) => points(code, [one])[0]))
    .filter((row): row is number[] => row.every((value) => value !== undefined));
  const variance = (values: number[]) =>
    values.reduce((sum, one) => sum + (one - mean(values)) ** 2, 0) / (values.length - 1);
  const ofItems = members.reduce((sum, _, index) => sum + variance(rows.map((row) => row[index]!)), 0);
  const ofTotal = variance(rows.map((row) => row.reduce((sum, one) => sum + one, 0)));
  return (members.length / (members.length - 1)) * (1 - ofItems / ofTotal);
}
