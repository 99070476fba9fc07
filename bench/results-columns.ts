import { randomFrom } from "#app/instrument/order.ts";
import { itemsFor, pagesFor } from "#app/instrument/routing.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { Answers } from "#app/questions/kind.ts";
import { buildColumns, type ResponseRow } from "#app/results/columns.ts";
import { buildView } from "#app/results/gate.ts";
import { publicPolicy, staffPolicy } from "#app/results/policy.ts";

/** How long a study's results take from stored rows to a gated view, by number of responses. Prints, never fails. */
const instrument = templates["oneplusx-student"]();
const certificates = Array.from({ length: 10 }, (_, i) => ({
  code: `C${i}`,
  label: { "zh-CN": `证书${i}`, en: `Certificate ${i}` },
}));
const year = 2025;
const mode = "site";
const cohorts = new Map(
  ["a", "b", "c"].map((id) => [id, { college: { "zh-CN": `${id}学院`, en: `College ${id}` } }]),
);

/** One believable response: routed like a student's, five per cent of the questions skipped. */
function response(index: number): ResponseRow {
  const random = randomFrom(index);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const answers: Answers = {
    CON01: true,
    CON02: true,
    SCR01: random() < 0.8 ? "taken" : pick(["preparing", "none"]),
  };
  for (const page of pagesFor(instrument, answers))
    for (const item of itemsFor(page, answers)) {
      if (item.code === "SCR01" || item.kind === "text" || item.kind === "consent") continue;
      if (random() < 0.05) answers[item.code] = null;
      else if (item.kind === "scale")
        answers[item.code] = item.allowNA && random() < 0.05 ? 98 : 1 + Math.floor(random() * 5);
      else if (item.kind === "single") answers[item.code] = pick(item.options).code;
      else if (item.kind === "multiple")
        answers[item.code] = item.options.filter((_, i) => i === 0 || random() < 0.3).map((one) => one.code);
      else if (item.kind === "year") answers[item.code] = 2019 + Math.floor(random() * 7);
      else answers[item.code] = random() < 0.03 ? "~" : pick(certificates).code;
    }
  return {
    id: `r${index}`,
    collector_id: pick(["a", "b", "c"]),
    language: random() < 0.9 ? "zh-CN" : "en",
    received_on: `2025-03-${String(1 + (index % 28)).padStart(2, "0")}`,
    late: 0,
    excluded: 0,
    answers: JSON.stringify(answers),
  };
}

/** Median milliseconds of five runs, after one to warm up. */
function time<T>(run: () => T): { ms: number; value: T } {
  let value = run();
  const taken = Array.from({ length: 5 }, () => {
    const start = performance.now();
    value = run();
    return performance.now() - start;
  });
  return { ms: taken.sort((a, b) => a - b)[2]!, value };
}

console.log("responses   first build   build   view   one filter   two filters   three filters   (ms)");
for (const count of [1200, 10_000, 100_000]) {
  const rows = Array.from({ length: count }, (_, index) => response(index));
  const around = { instrument, certificates, cohorts, year };
  const start = performance.now();
  buildColumns(around, rows);
  const first = performance.now() - start;
  const { ms: build, value: columns } = time(() => buildColumns(around, rows));
  const policy = staffPolicy(5);
  const times = [
    first,
    build,
    time(() => buildView(columns, {}, publicPolicy)).ms,
    time(() => buildView(columns, { BG09: [mode] }, policy)).ms,
    time(() => buildView(columns, { BG09: [mode], BG03: ["53"] }, policy)).ms,
    time(() => buildView(columns, { BG09: [mode], BG03: ["53"], BG08: ["2021", "2022"] }, policy)).ms,
  ];
  console.log([count, ...times.map((ms) => ms.toFixed(1))].map((one) => String(one).padStart(10)).join("  "));
}
