import { expect, test } from "vitest";
import { usualThresholds } from "#app/fieldwork/quality-flags.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { buildColumns } from "#app/results/columns.ts";
import { suspectsOf } from "#app/results/suspects.ts";
import { demoResponses } from "./population.ts";

/**
 * What the usual thresholds find among people of whom it is known how they answered. The numbers stand in
 * docs/decisions/careless-answers.md.
 */
test("most of the careless are suspect, hardly anybody honest is", () => {
  const instrument = templates["oneplusx-student"]();
  const invented = demoResponses(instrument, 20_260_101);
  const people = Array.from({ length: 10_000 }, () => invented.next().value);
  const rows = people.map((one) => ({
    ...{ id: one.id, collector_id: one.door, language: one.language, received_on: "2026-01-01" },
    ...{ late: 0 as const, excluded: 0 as const },
    answers: JSON.stringify(one.answers),
    quality: JSON.stringify(one.quality),
  }));
  const columns = buildColumns({ instrument, certificates: [], cohorts: new Map(), year: 2026 }, rows);
  const { column } = suspectsOf(columns, usualThresholds);
  const share = (kind: false | "straight" | "random") => {
    // Those who were asked no attitude item gave nothing to judge.
    const asked = people.flatMap((one, row) => (one.careless === kind && one.quality.asked > 0 ? [row] : []));
    return asked.filter((row) => column.values[row] === 1).length / asked.length;
  };
  expect(share("straight")).toBeGreaterThan(0.97);
  expect(share("random")).toBeGreaterThan(0.5);
  expect(share(false)).toBeLessThan(0.001);
});
