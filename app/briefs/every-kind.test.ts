import { describe, expect, test } from "vitest";
import { syntheticResponses } from "#app/fieldwork/synthetic-responses.ts";
import { asked, type Definition, type Instrument, instrumentDefinition } from "#app/instrument/definition.ts";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import { variablesOf } from "#app/results/filter.ts";
import { buildGroupTable, buildView } from "#app/results/gate.ts";
import { publicPolicy } from "#app/results/policy.ts";
import { columnsOf } from "#app/results/testing/small-study.ts";
import { releaseFigures } from "#app/ui/public/release-figures.ts";
import { aggregatesCsv } from "./aggregates.ts";
import { freeze } from "./freeze.ts";
import { groupVariables } from "./group-variables.ts";
import { sampleFacts } from "./testing/sample-release.ts";

/** The release of 150 invented answers to an instrument. */
function releaseOf(instrument: Instrument) {
  const invented = syntheticResponses(instrument, 2, 2025);
  const columns = columnsOf(
    instrument,
    Array.from({ length: 150 }, () => invented.next().value.answers),
  );
  const groupedBy = groupVariables(variablesOf(columns));
  const tables = instrument.scoring.flatMap(({ code }) =>
    groupedBy.map((one) => buildGroupTable(columns, {}, code, one.code, publicPolicy)),
  );
  const release = freeze(
    { ...sampleFacts, instrument, groupedBy },
    buildView(columns, {}, publicPolicy),
    tables,
  );
  if (!release) throw new Error("no release");
  return release;
}
const wholeOf = (shares: readonly number[]) =>
  Math.round(1000 * shares.reduce((sum, one) => sum + one, 0)) / 1000;
const changed = (change: (written: Definition) => void) => {
  const written = everyKind();
  change(written);
  return asked(instrumentDefinition.parse(written));
};

describe("a release of an instrument", () => {
  const whole = releaseOf(asked(everyKind()));

  test("with every kind of question has what can be counted, and no net score that a later step could not take back", () => {
    expect(whole.variables.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        "SIN01",
        "MUL01",
        "DIF01",
        "NPS01",
        "SLI01",
        "RAN01",
        "NUM01",
        "DAT01",
        "MAT01",
      ]),
    );
    expect(JSON.stringify(whole)).not.toContain("netPromoter");
    expect(releaseFigures(whole, "en").length).toBeGreaterThan(0);
    expect(aggregatesCsv(whole, "en")).toContain(",MAT02,share,,never,");
  });

  test("in more languages than the page speaks leaves those out", () => {
    const french = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(french);
      if (value === null || typeof value !== "object") return value;
      const texts = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, french(one)]));
      return typeof texts.en === "string" ? { ...texts, fr: `fr ${texts.en}` } : texts;
    };
    const written = { ...(french(everyKind()) as Definition), languages: ["zh-CN", "en", "fr"] };
    const release = releaseOf(asked(instrumentDefinition.parse(written)));
    expect(JSON.stringify(release)).not.toContain('"fr"');
    expect(release.n).toBe(whole.n);
  });

  test("without any statement, and one whose statements have another number of points, can be made and drawn", () => {
    const none = changed((written) => {
      for (const page of written.pages) page.items = page.items.filter(({ kind }) => kind !== "scale");
      Object.assign(written, { scales: {}, scoring: [] });
    });
    const seven = changed(({ scales }) => {
      const points = Array.from({ length: 7 }, (_, at) => ({
        value: at + 1,
        label: { "zh-CN": `第${at + 1}点`, en: `point ${at + 1}` },
      }));
      scales.agree = { kind: "agreement", points };
    });
    for (const instrument of [none, seven])
      for (const language of ["zh-CN", "en"] as const) {
        const release = releaseOf(instrument);
        for (const { figure } of releaseFigures(release, language))
          for (const row of figure.rows)
            if ("shares" in row) expect([row.shares.length, wholeOf(row.shares)]).toEqual([5, 1]);
            else if ("mean" in row) expect(row.mean).toBeLessThanOrEqual(100);
        expect(JSON.stringify(release)).not.toContain("NaN");
      }
  });
});
