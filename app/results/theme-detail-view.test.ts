import { describe, expect, test } from "vitest";
import type { Instrument } from "#app/instrument/definition.ts";
import type { Answers } from "#app/questions/kind.ts";
import { buildColumns, type Columns } from "./columns.ts";
import { countHere } from "./counting.ts";
import { cutOf } from "./cut.ts";
import type { Filter } from "./filter.ts";
import { staffPolicy } from "./policy.ts";
import oracles from "./testing/oracles.json" with { type: "json" };
import { both, columnsOf, responseRow, smallInstrument, surroundings } from "./testing/small-study.ts";
import { type ScaleDetail, scaleQuality } from "./theme-detail-view.ts";
import { askedIn } from "./versions.ts";

/*
 * Fixture F1 three times over: 60 people, 57 scored, 51 with every item answered. Expected values from R 4.2.2:
 *   X <- rbind(F1, F1, F1); X[,5] <- 6 - X[,5]; S <- cov(X[complete.cases(X),])
 *   alpha <- function(S) { k <- ncol(S); k/(k-1) * (1 - sum(diag(S)) / sum(S)) }
 */
const f1 = oracles.fixture_F1;
const codes = ["I01", "I02", "I03", "I04", "I05"];
const instrument = smallInstrument(
  codes.map((code) => ({ code, reverse: code === "I05" })),
  { MODE: ["onsite", "remote"], TIMES: ["1", "2", "3"] },
);
const answersOf = (times: number): Answers[] =>
  Array.from({ length: times }, (_, time) =>
    f1.responses.map(
      (values, at): Answers => ({
        MODE: f1.group[at]!,
        TIMES: String(time + 1),
        ...Object.fromEntries(codes.map((code, item) => [code, values[item]!])),
      }),
    ),
  ).flat();

const look = (columns: Columns, k = 5, filter: Filter = {}, disclosure: "standard" | "strict" = "standard") =>
  countHere(scaleQuality(cutOf(columns, filter, staffPolicy(k, disclosure))));
const only = (columns: Columns, ...more: [k?: number, filter?: Filter, disclosure?: "strict"]): ScaleDetail =>
  look(columns, ...more).scales[0]!;
const near = (value: number) => expect.closeTo(value, 10);
const computed = (value: number) => ({ computable: true, value: near(value) });

describe("F1 three times over", () => {
  const columns = columnsOf(instrument, answersOf(3));
  const { result, reliability, spread } = only(columns);

  test("alpha, its interval, and its variants", () => {
    expect(reliability).toMatchObject({
      shown: true,
      n: 51,
      provisional: true,
      // a <- alpha(S); 1 - (1 - a) * qf(c(.975, .025), 50, 200)
      alpha: {
        estimate: near(0.958956256921373),
        low: near(0.93798963881001),
        high: near(0.974393339602883),
      },
      // r <- mean(cov2cor(S)[lower.tri(S)]); 5 * r / (1 + 4 * r)
      standardised: computed(0.958763264360727),
      // alpha(S[1:4, 1:4]), and with D <- diag(c(1, 1, 1, 1, -1)) alpha(D %*% S %*% D)
      straight: { items: 4, alpha: computed(0.938294573643411) },
      asAnswered: computed(0.290830291970803),
      // r <- cov2cor(S)[lower.tri(S)]; c(mean(r), range(r))
      between: { mean: near(0.823010241355899), low: near(0.588052102259605), high: near(0.947433011006492) },
    });
  });

  test("omega by least squares on correlations, as optim over sum((R - outer(l, l))[lower.tri(R)]^2) finds it", () => {
    if (!reliability.shown || !reliability.omega.computable) throw new Error("it fits");
    expect(reliability.omega.value).toBeCloseTo(0.960643366388, 7);
  });

  test("item-rest correlations and alpha without each item", () => {
    if (!reliability.shown) throw new Error(reliability.why);
    // sapply(1:5, function(i) cor(C[, i], rowSums(C[, -i])))
    expect(reliability.items.map((one) => one.itemRest)).toEqual(
      [0.928818048349663, 0.776917694501991, 0.827095616428882, 0.957433801173833, 0.949765372903167].map(
        computed,
      ),
    );
    // sapply(1:5, function(i) alpha(S[-i, -i]))
    expect(reliability.items.map((one) => one.alphaIfDeleted)).toEqual(
      [0.941890456683356, 0.966055403823644, 0.958943894389439, 0.936663693131133, 0.938294573643411].map(
        computed,
      ),
    );
    expect(reliability.items.map((one) => one.flag)).toEqual([null, null, null, null, null]);
    expect(reliability.items.map((one) => one.reverse)).toEqual([false, false, false, false, true]);
  });

  test("the score, and the mean of complete cases beside it: mean(s), mean(rowMeans(C))", () => {
    expect(result).toMatchObject({
      n: 57,
      asked: 60,
      mean: { estimate: near(3.24210526315789) },
      completeCase: { n: 51, mean: near(3.21176470588235), apart: false },
    });
    expect(result).not.toHaveProperty("alpha");
  });

  test("the spread: table(cut((s - 1) * 25, 50 + 15 * c(-3.5:3.5))), its ends gathered to k", () => {
    const bins = (k: number) => {
      const { spread } = only(columns, k);
      if (!spread.shown) throw new Error(spread.why);
      return spread.bins.map(({ from, to, count }) => [from, to, count]);
    };
    expect(bins(5)).toEqual([
      [0, 27.5, 9],
      [27.5, 42.5, 9],
      [42.5, 57.5, 15],
      [57.5, 72.5, 6],
      [72.5, 87.5, 12],
      [87.5, 100, 6],
    ]);
    expect(bins(10)).toEqual([
      [0, 42.5, 18],
      [42.5, 57.5, 15],
      [57.5, 72.5, 6],
      [72.5, 100, 18],
    ]);
    expect(spread).toMatchObject({ n: 57, gathered: true });
  });

  test("under the strict profile people are told to the nearest five and estimates to two digits", () => {
    const { result, reliability, spread } = only(columns, 10, {}, "strict");
    expect(result).toMatchObject({ n: 55 });
    expect(reliability).toMatchObject({ n: 50, alpha: { estimate: 0.96 }, omega: computed(0.96) });
    if (!spread.shown) throw new Error(spread.why);
    expect(spread.bins.map((bin) => bin.count)).toEqual([20, 15, 5, 20]);
  });

  test("what few left gaps, or few more answered, is not told", () => {
    // Six left gaps: between the two means stands what they said.
    expect(only(columns, 10).result).not.toHaveProperty("completeCase");
    // Two of three times F1: 34 complete, 17 fewer than all; then all but a few of whom some left gaps.
    expect(only(columns, 10, { TIMES: ["1", "2"] }).reliability).toMatchObject({ shown: true, n: 34 });
    const gapped = columnsOf(instrument, [
      ...answersOf(2),
      // Twelve more people, of whom only three answered every item.
      ...Array.from({ length: 12 }, (_, at) => ({
        ...answersOf(1)[at]!,
        TIMES: "3",
        ...(at < 3
          ? { I01: 3 + at, I02: 2, I03: 5, I04: 3, I05: 1 }
          : { I01: null, I02: 4, I03: 3, I04: 2, I05: 2 }),
      })),
    ]);
    const part = only(gapped, 10, { TIMES: ["1", "2"] });
    expect(part.result).toMatchObject({ shown: true });
    expect(part.reliability).toEqual({ shown: false, why: "difference" });
    expect(only(gapped, 10).reliability).toMatchObject({ shown: true, n: 37 });
  });

  test("nor is the mean of complete cases beside a wider one with a few more of them", () => {
    const whole = answersOf(2).filter((one) => codes.every((code) => typeof one[code] === "number"));
    const few = (complete: number) =>
      columnsOf(instrument, [
        ...whole,
        ...Array.from({ length: 20 }, (_, at) => ({
          ...whole[at % 17]!,
          TIMES: "3",
          ...(at < complete ? {} : { I01: null }),
        })),
      ]);
    const filter = { TIMES: ["1", "2"] };
    expect(only(few(0), 10, filter).result).toMatchObject({ n: 34, completeCase: { n: 34 } });
    expect(only(few(3), 10, filter).result).toMatchObject({ n: 34 });
    expect(only(few(3), 10, filter).result).not.toHaveProperty("completeCase");
    expect(only(few(10), 10, filter).result).toMatchObject({ n: 34, completeCase: { n: 34 } });
  });

  test("fewer than thirty complete answers tell no reliability", () => {
    const { result, reliability } = only(columns, 5, { TIMES: ["1"] });
    expect(result).toMatchObject({ shown: true, n: 19 });
    expect(reliability).toEqual({ shown: false, why: "few-complete" });
  });
});

test("items once asked in other words are counted, and the answers to those words are not", () => {
  const earlier: Instrument = {
    ...instrument,
    pages: instrument.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.code === "I02" ? { ...item, rev: 7 } : item)),
    })),
  };
  const rows = answersOf(3).map((one, at) =>
    responseRow(at, one, { version_id: at < 20 ? "earlier" : "newest" }),
  );
  const versions = new Map([
    ["earlier", askedIn(1, earlier)],
    ["newest", askedIn(2, instrument)],
  ]);
  const columns = buildColumns({ ...surroundings(instrument), versions }, rows);
  // Seventeen of the first twenty had answered every item; without I02 they have not.
  expect(only(columns)).toMatchObject({ reworded: 1, reliability: { n: 34 } });
  expect(only(columnsOf(instrument, answersOf(3)))).toMatchObject({ reworded: 0, reliability: { n: 51 } });
});

describe("an item scored the wrong way round", () => {
  const wrong = smallInstrument(
    codes.map((code) => ({ code })),
    {},
  );
  const { reliability } = only(columnsOf(wrong, answersOf(3)));

  test("is flagged, and alpha is what it is: alpha(D %*% S %*% D)", () => {
    if (!reliability.shown) throw new Error(reliability.why);
    expect(reliability.alpha.estimate).toBeCloseTo(0.290830291970803, 10);
    expect(reliability.items.map((one) => one.flag)).toEqual([null, null, null, null, "check-reversal"]);
    expect(reliability).not.toHaveProperty("asAnswered");
    expect(reliability).not.toHaveProperty("straight");
  });
});

describe("two scales", () => {
  const scored = (code: string, items: string[]): Instrument["scoring"][number] => ({
    code,
    title: both(code),
    meaning: both(code),
    items,
    minValid: 2,
  });
  const two: Instrument = {
    ...instrument,
    scoring: [scored("ONE", codes.slice(0, 3)), scored("TWO", codes.slice(3))],
  };
  const columns = columnsOf(two, answersOf(3));

  test("correlate as R's cor.test(a, b) says", () => {
    const { correlations, scales } = look(columns);
    expect(correlations).toEqual([
      {
        first: "ONE",
        second: "TWO",
        result: {
          shown: true,
          n: 54,
          r: near(0.950286740417356),
          low: near(0.915465829726407),
          high: near(0.970981681318804),
          // sqrt(alpha(S1) * alpha(S2))
          ceiling: near(Math.sqrt(0.892512077294686 * 0.971098265895954)),
        },
      },
    ]);
    expect(scales.map(({ reliability }) => reliability.shown && reliability.omega)[1]).toEqual({
      computable: false,
      reason: "few-items",
    });
  });

  test("with fewer than thirty pairs are not correlated, nor where a wider selection has a few more of them", () => {
    const [pair] = look(columns, 5, { TIMES: ["1"] }).correlations;
    expect(pair!.result).toEqual({ shown: false, why: "few-both" });
    const gapped = columnsOf(two, [
      ...answersOf(2),
      ...Array.from({ length: 12 }, (_, at) => ({
        ...answersOf(1)[at]!,
        TIMES: "3",
        ...(at < 3 ? { I01: 4, I02: 2, I03: 5, I04: 3, I05: 1 } : { I01: 3, I02: 4, I03: 5, I04: null }),
      })),
      // Enough others have the second score, so that both scales pass by themselves.
      ...Array.from({ length: 12 }, (_, at) => ({
        MODE: "remote",
        TIMES: "3",
        ...{ I01: null, I02: null, I03: 4, I04: 1 + (at % 5), I05: 1 + (at % 3) },
      })),
    ]);
    const part = look(gapped, 10, { TIMES: ["1", "2"] });
    expect(part.scales.every(({ result }) => result.shown)).toBe(true);
    expect(part.correlations[0]!.result).toEqual({ shown: false, why: "difference" });
    expect(look(gapped, 10).correlations[0]!.result).toMatchObject({ shown: true, n: 39 });
  });

  test("of which one is hidden are not correlated", () => {
    const alike = columnsOf(
      two,
      answersOf(3).map((one) => ({ ...one, I04: 4, I05: 2 })),
    );
    const { correlations, scales } = look(alike);
    expect(scales[1]!.result).toEqual({ shown: false, why: "alike" });
    expect(correlations[0]!.result).toEqual({ shown: false, why: "alike" });
  });
});

describe("where there is little to compute", () => {
  const one = (answers: Answers[]) => only(columnsOf(instrument, answers));

  test.each([0, 1, 4])("%i respondents are nobody's business", (n) => {
    const found = look(columnsOf(instrument, answersOf(1).slice(0, n)));
    expect(found).toEqual({ base: { shown: false, why: "few" }, scales: [], correlations: [] });
  });

  test("nobody answered any item", () => {
    const nothing = Object.fromEntries(codes.map((code) => [code, null]));
    const found = one(answersOf(3).map((answers) => ({ ...answers, ...nothing })));
    const few = { shown: false, why: "few" };
    expect([found.result, found.reliability, found.spread]).toEqual([few, few, few]);
  });

  test("one item that all answered alike hides what it would give away", () => {
    const found = one(answersOf(3).map((answers) => ({ ...answers, I02: 3 })));
    expect(found.result).toEqual({ shown: false, why: "alike" });
  });

  test("an item that all complete cases answered alike hides reliability alone", () => {
    const found = one(
      answersOf(3).map((answers, at) => ({
        ...answers,
        I02: at % 3 ? 3 : 4,
        I03: at % 3 ? answers.I03! : null,
      })),
    );
    expect(found.result).toMatchObject({ shown: true });
    expect(found.reliability).toEqual({ shown: false, why: "alike" });
  });

  test("without the item between them, two that have nothing in common leave no alpha and no factor", () => {
    const three = smallInstrument(
      ["I01", "I02", "I03"].map((code) => ({ code })),
      {},
    );
    // The first is halfway between the other two, which know nothing of each other: it would be explained more than wholly.
    const found = only(
      columnsOf(
        three,
        Array.from({ length: 50 }, (_, at) => {
          const [x, y] = [1 + (at % 5), 1 + (Math.floor(at / 5) % 5)];
          return { I01: Math.round((x + y) / 2), I02: x, I03: y };
        }),
      ),
    );
    if (!found.reliability.shown) throw new Error(found.reliability.why);
    expect(found.reliability.omega).toEqual({ computable: false, reason: "no-common-factor" });
    expect(found.reliability.items[0]!.alphaIfDeleted).toEqual(computed(0));
  });

  test("scores that lie in one bar have no spread to show", () => {
    const close = one(
      Array.from({ length: 12 }, (_, at) =>
        Object.fromEntries(codes.map((code, item) => [code, 3 + ((at + item) % 2)])),
      ),
    );
    expect(close.result).toMatchObject({ shown: true });
    expect(close.spread).toEqual({ shown: false, why: "few-apart" });
  });

  test("an instrument without scales has none", () => {
    const found = look(columnsOf({ ...instrument, scoring: [] }, answersOf(3)));
    expect(found).toMatchObject({ base: { shown: true, n: 60 }, scales: [], correlations: [] });
  });
});
