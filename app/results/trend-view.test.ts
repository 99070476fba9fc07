import { describe, expect, test } from "vitest";
import type { Instrument } from "#app/instrument/definition.ts";
import { instrument, said, study, trend } from "./testing/waves-study.ts";

/** The instrument as it stood before one of its items was reworded, or with an item not asked yet. */
const changed = (change: { reworded?: string; without?: string }, newest: Instrument = instrument) => ({
  ...newest,
  pages: newest.pages.map((page) => ({
    ...page,
    items: page.items
      .filter((item) => item.code !== change.without)
      .map((item) => (item.code === change.reworded ? { ...item, rev: item.rev - 1 } : item)),
  })),
});
/** The instrument with every item in other words. */
const newest: Instrument = {
  ...instrument,
  pages: instrument.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => ({ ...item, rev: 2 })),
  })),
};

describe("three waves", () => {
  const three = [
    { n: 40, first: 18, last: 25, a: 24 },
    { n: 50, first: 30, last: 25, a: 25 },
    { n: 60, first: 45, last: 20, a: 18 },
  ];
  const found = trend(study(three));

  test("favourable shares rise or fall: prop.trend.test, and Holm over the statements", () => {
    const [rising, falling] = found.items;
    expect(rising!.waves.map((at) => (at.seam ? 0 : at.result.shown && at.result.n))).toEqual([40, 50, 60]);
    // R: prop.trend.test(c(18,30,45), c(40,50,60)); prop.trend.test(c(25,25,20), c(40,50,60)); p.adjust(, "holm")
    expect(rising!.trend).toMatchObject({ waves: 3 });
    expect(rising!.trend!.statistic.value).toBeCloseTo(9.295415959253, 9);
    expect(rising!.trend!.p).toBeCloseTo(0.002297279733, 10);
    expect(falling!.trend!.statistic.value).toBeCloseTo(8.480613992172, 9);
    expect(falling!.trend!.p).toBeCloseTo(0.003589509334, 10);
    for (const { trend } of [rising!, falling!]) expect(trend!.adjusted).toBeCloseTo(0.004594559465, 10);
    // R: coef(lm(favourable ~ wave)) over all 150 people
    const { slope } = rising!.trend!;
    expect(slope.estimate).toBeCloseTo(0.15, 12);
    // w <- n*(t - weighted.mean(t, n)) / sum(n*(t - weighted.mean(t, n))^2); sum(w*p) ± sqrt(sum(w^2 * squared distances to prop.test's ends))
    expect([slope.low, slope.high]).toEqual([
      expect.closeTo(0.05338074789011, 9),
      expect.closeTo(0.23336875701441, 9),
    ]);
    expect(found.tests.items).toBe(2);
  });

  test("from wave to wave and from first to last: Newcombe from the Wilson intervals of R's prop.test", () => {
    const steps = found.items[0]!.changes.map(({ from, to }) => `${from}-${to}`);
    expect(steps).toEqual(["1-2", "2-3", "1-3"]);
    const [next, , whole] = found.items[0]!.changes;
    expect(next!.estimate).toBeCloseTo(0.15, 12);
    expect([next!.low, next!.high]).toEqual([
      expect.closeTo(-0.0552094341, 9),
      expect.closeTo(0.3391798694, 9),
    ]);
    expect([whole!.estimate, whole!.low, whole!.high]).toEqual([
      expect.closeTo(0.3, 9),
      expect.closeTo(0.1051205516, 9),
      expect.closeTo(0.4701207693, 9),
    ]);
  });

  test("theme scores: t.test of each two waves on 0..100", () => {
    const [theme] = found.themes;
    expect(theme!.waves.map((at) => (at.seam ? 0 : at.result.shown && at.result.score.estimate))).toEqual([
      expect.closeTo(52.8125, 10),
      expect.closeTo(53.75, 10),
      expect.closeTo(53.125, 10),
    ]);
    // R: t.test(wave 2, wave 1) and so on, of ((I01 + I02) / 2 - 1) * 25
    const expected = [
      [0.9375, -3.544171002, 5.419171002, 0.6786017332],
      [-0.625, -4.7879087424, 3.5379087424, 0.7664422428],
      [0.3125, -3.8202408274, 4.4452408274, 0.8808685854],
    ];
    theme!.changes.forEach(({ estimate, low, high, p, adjusted }, at) => {
      [estimate, low, high, p].forEach((value, part) => {
        expect(value).toBeCloseTo(expected[at]![part]!, 8);
      });
      expect(adjusted).toBe(1);
    });
    expect(found.tests.themes).toBe(3);
  });

  test("who answered: the share that moved most, between the first and the last", () => {
    const { composition } = found;
    expect(composition).toMatchObject({ from: "1", to: "3", compared: 4 });
    const [most] = composition!.moved;
    expect(most).toMatchObject({
      variable: { code: "BGA" },
      option: { code: "a" },
      first: { share: 0.6, n: 40 },
    });
    // R: Newcombe from prop.test(18, 60) and prop.test(24, 40), without correction
    expect(most!.change.estimate).toBeCloseTo(-0.3, 10);
    expect(most!.change.low).toBeCloseTo(-0.4698279303, 9);
    expect(most!.change.high).toBeCloseTo(-0.1015675766, 9);
    // Everybody answered in Chinese each time: nothing moved there.
    expect(composition!.moved.map((one) => one.variable.code)).toEqual(["BGA", "BGA"]);
  });

  test("two of them by the filter: a test of two shares, as prop.test without correction", () => {
    const two = trend(study(three), { wave: ["1", "2"] });
    expect(two.waves.map((one) => one.code)).toEqual(["1", "2"]);
    expect(two.base).toMatchObject({ shown: true, n: 90 });
    expect(two.items[0]!.changes).toHaveLength(1);
    // R: prop.test(c(18,30), c(40,50), correct = FALSE)
    expect(two.items[0]!.trend!.statistic.value).toBeCloseTo(2.008928571429, 10);
    expect(two.items[0]!.trend!.p).toBeCloseTo(0.15637572176, 10);
  });

  test("of one alone there is nothing to compare", () => {
    const one = trend(study(three), { wave: ["2"] });
    expect(one.tests).toEqual({ themes: 0, items: 0 });
    expect(one.items.every((item) => item.changes.length === 0 && !item.trend)).toBe(true);
    expect(one.composition).toBeUndefined();
  });

  test("other filters hold in every wave", () => {
    const some = trend(study(three), { BGA: ["b"] });
    expect(some.waves.map(({ size }) => size.shown && size.n)).toEqual([16, 25, 42]);
    expect(some.composition!.moved).toEqual([]);
  });
});

describe("seams", () => {
  const versions = {
    old: instrument,
    one: changed({ reworded: "I02" }, newest),
    new: newest,
    less: changed({ without: "I01" }, newest),
  };

  test("only the same words are joined; a score needs all its items to be the same", () => {
    const found = trend(
      study(
        [
          { n: 40, first: 18, last: 25, version: "one" },
          { n: 50, first: 30, last: 25, version: "new" },
          { n: 60, first: 45, last: 20, version: "new" },
        ],
        newest,
        versions,
      ),
    );
    expect(said(found.items[0]!.waves)).toEqual(["shown", "shown", "shown"]);
    expect(said(found.items[1]!.waves)).toEqual(["reworded", "shown", "shown"]);
    expect(found.items[1]!.waves[0]).toEqual({ wave: "1", seam: "reworded", revs: [1] });
    expect(found.items[1]!.changes.map(({ from, to }) => from + to)).toEqual(["23"]);
    expect(found.items[1]!.trend!.waves).toBe(2);
    expect(found.themes[0]!.waves[0]).toEqual({ wave: "1", seam: "items", items: ["I02"] });
    expect(found.themes[0]!.changes.map(({ from, to }) => from + to)).toEqual(["23"]);
  });

  test("where all words are others nothing is joined, and what was not asked says so", () => {
    const found = trend(
      study(
        [
          { n: 40, first: 18, last: 25, version: "old" },
          { n: 50, first: 30, last: 25, version: "less" },
          { n: 60, first: 45, last: 20, version: "new" },
        ],
        newest,
        versions,
      ),
    );
    expect(said(found.items[0]!.waves)).toEqual(["reworded", "unasked", "shown"]);
    expect(said(found.items[1]!.waves)).toEqual(["reworded", "shown", "shown"]);
    expect(said(found.themes[0]!.waves)).toEqual(["items", "items", "shown"]);
    expect(found.tests).toEqual({ themes: 0, items: 1 });
    // The background question was reworded as well: its shares are not compared either.
    expect(found.composition!.moved).toEqual([]);
  });

  test("a wave that asked two wordings joins the answers to the newest, but gets no score", () => {
    const rows = [
      { n: 40, first: 18, last: 25, version: "new" },
      { n: 50, first: 30, last: 25, version: "new" },
    ];
    const columns = study(rows, newest, versions);
    columns.asked.get("1")!.add("one");
    const found = trend(columns);
    expect(said(found.items[1]!.waves)).toEqual(["shown", "shown"]);
    expect(said(found.themes[0]!.waves)).toEqual(["items", "shown"]);
  });
});
