import { describe, expect, test } from "vitest";
import { countHere } from "./counting.ts";
import type { CrossTab } from "./cross-tab.ts";
import { crossTabulating } from "./cross-tab-view.ts";
import { cutOf } from "./cut.ts";
import type { Filter } from "./filter.ts";
import { groupTable, viewing, withoutSuspects } from "./gate.ts";
import { groupComparison, stratifiedComparison } from "./group-comparison-view.ts";
import type { Margins } from "./margins.ts";
import { publicPolicyOf, staffPolicy } from "./policy.ts";
import {
  backgrounds,
  columnsOfStudy,
  items,
  names,
  randomStudy,
  suspectColumn,
} from "./testing/random-study.ts";
import { scaleQuality } from "./theme-detail-view.ts";
import { fewestForShares } from "./told.ts";
import { trending } from "./trend-view.ts";
import { weighting } from "./weighted-view.ts";

/*
 * The strict profile over everything that is fetched: whatever view a number stands in, people are told to the nearest
 * five, shares in whole percent and on 23 people or more, means on more than seven.
 */
const margins: Margins = {
  BGA: {
    ...{ unit: "percent", source: "a census", asOf: "2025" },
    figures: { a: 40, b: 30, c: 20, d: 10 },
  },
};

/** Every view of a study, for one filter, with and without suspects. */
function everyView(seed: number, filter: Filter, policy: ReturnType<typeof staffPolicy>) {
  // Three times the same people: enough for shares.
  const people = [0, 1, 2].flatMap(() => randomStudy(seed));
  const columns = columnsOfStudy(people);
  const suspect = suspectColumn(people);
  const views: Record<string, unknown> = {
    suspects: countHere(withoutSuspects(columns, filter, suspect, policy)),
  };
  for (const without of [false, true]) {
    const cut = cutOf(columns, filter, policy, without ? [{ column: suspect, chosen: [0] }] : []);
    const add = (name: string, view: unknown) => {
      views[`${name}${without ? " without suspects" : ""}`] = view;
    };
    add("view", countHere(viewing(cut)));
    add("quality", countHere(scaleQuality(cut)));
    add("waves", countHere(trending(cut)));
    if (Object.keys(filter).length === 0) add("weights", countHere(weighting(cut, margins)));
    for (const name of names) {
      add(`table ${name}`, countHere(groupTable(cut, "THEME", name)));
      add(`groups ${name}`, countHere(groupComparison(cut, name)));
      const others = [...names.filter((other) => other !== name), ...items];
      for (const other of others) add(`${name} x ${other}`, countHere(crossTabulating(cut, name, other)));
    }
    add("I01 x I02", countHere(crossTabulating(cut, "I01", "I02")));
    const pair = [backgrounds.BGA[0], backgrounds.BGA[1]] as const;
    add("modes", countHere(stratifiedComparison(cut, "wave", "BGA", pair)));
  }
  return views;
}

type Found = { path: string; key: string; value: number; beside: Record<string, unknown> };
/** Every number in a value, by its path and with what stands beside it. */
function* numbersIn(value: unknown, path = ""): Generator<Found> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === "number")
      yield { path: `${path}.${key}`, key, value: one, beside: value as Record<string, unknown> };
    yield* numbersIn(one, `${path}.${key}`);
  }
}

const people = /^(n|count|asked|skipped|notAsked|notApplicable|suspects|apart|pooled|effective|trimmed)$/;
const share = /^(share|ofRow|ofColumn|neutral|unfavourable|weighted)$/;
const isPercent = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;

describe("the strict profile in every view", () => {
  const seeds = [3, 8, 14, 20];
  const policies = { staff: staffPolicy(5, "strict"), public: publicPolicyOf("strict") };
  test.each(Object.entries(policies))("of a random study: %s", (_, policy) => {
    let told = 0;
    let shares = 0;
    for (const seed of seeds)
      for (const filter of [{}, { BGA: ["a", "b"] }, { BGB: ["x"] }] as Filter[])
        for (const [name, view] of Object.entries(everyView(seed, filter, policy)))
          for (const { path, key, value, beside } of numbersIn(view, `${seed} ${name}`)) {
            if (people.test(key)) {
              told++;
              if (value % 5 !== 0) expect(`${path} = ${value}`).toBe("a multiple of five");
            }
            const isShare =
              share.test(key) || (/^(low|high|estimate)$/.test(key) && /favourable|spread/.test(path));
            if (isShare && !/population/.test(path)) {
              shares++;
              if (!isPercent(value)) expect(`${path} = ${value}`).toBe("a whole percent");
            }
            const n = typeof beside.n === "number" ? beside.n : undefined;
            if (key === "mean" && n !== undefined && n < 10)
              expect(`${path} of ${n}`).toBe("of more than seven");
          }
    expect(told).toBeGreaterThan(2000);
    expect(shares).toBeGreaterThan(2000);
  });

  test.each(Object.entries(policies))("no share stands on fewer than 23: %s", (_, policy) => {
    let looked = 0;
    const enough = (n: number, where: string) => {
      looked++;
      // 23 and more round to 25.
      if (n < fewestForShares) expect(`${where} of ${n}`).toBe("on 23 people or more");
    };
    for (const seed of seeds)
      for (const [name, view] of Object.entries(everyView(seed, { BGA: ["a", "b", "c"] }, policy))) {
        for (const { path, key, value, beside } of numbersIn(view, `${seed} ${name}`))
          if (key === "n" && ("points" in beside || "favourable" in beside)) enough(value, path);
        if (!name.includes(" x ")) continue;
        const table = view as CrossTab;
        for (const [y, line] of table.cells.entries())
          for (const [x, cell] of line.entries()) {
            if (!cell.shown) continue;
            const [row, column] = [table.rows[y]!.n, table.columns[x]!.n];
            if (cell.ofRow !== undefined) enough(row.shown ? row.n : 0, `${seed} ${name} row ${y}`);
            if (cell.ofColumn !== undefined)
              enough(column.shown ? column.n : 0, `${seed} ${name} column ${x}`);
          }
      }
    expect(looked).toBeGreaterThan(250);
  });
});
