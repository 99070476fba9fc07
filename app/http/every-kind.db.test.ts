import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csv } from "#app/exports/csv.ts";
import { exportVariables } from "#app/exports/variables.ts";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { type SyntheticResponse, syntheticResponses } from "#app/fieldwork/synthetic-responses.ts";
import { asked, itemsOf } from "#app/instrument/definition.ts";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import { kinds } from "#app/questions/index.ts";
import { buildView } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { writersOf } from "#app/voices/selection.ts";
import { listAskedInstruments } from "#db/queries/columns.server.ts";
import { exportPages, findExportStudy } from "#db/queries/exports.server.ts";
import { findStudy, listReleaseFiles } from "#db/queries/releases.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { insertStudyAsking } from "#db/testing/every-kind.ts";
import { columnsKeeper } from "./columns.server.ts";
import { makeRelease } from "./make-release.server.ts";
import { ensureFiles } from "./release-files.server.ts";

const study = { id: "kinds", timeZone: "Asia/Shanghai" };
const instrument = asked(everyKind());
const people = 200;

const idOf = (n: number) => createHash("sha256").update(`kinds ${n}`).digest("hex").slice(0, 32);

async function answerAll({ db }: TestDatabase): Promise<SyntheticResponse[]> {
  const invented = syntheticResponses(instrument, 5, 2026);
  const all = Array.from({ length: people }, () => invented.next().value);
  for (const [n, one] of all.entries())
    await db
      .insertInto("responses")
      .values({
        ...{ id: idOf(n), study_id: "kinds", wave_id: "kinds", version_id: "kinds", language: "zh-CN" },
        ...{ collector_id: `kinds-${n % 2 ? "a" : "b"}`, received_on: "2026-03-02", late: 0 },
        answers: JSON.stringify(one.answers),
        words: JSON.stringify(one.words),
        presented: JSON.stringify(one.presented),
        page_seconds: JSON.stringify(one.pageSeconds),
        quality: JSON.stringify(one.quality),
        receipt_hash: `hash ${n}`,
      })
      .execute();
  return all;
}

describe.each(databases)("a study with every kind of question on $name", ({ open }) => {
  let store: TestDatabase;
  let all: SyntheticResponse[];
  beforeAll(async () => {
    store = await open();
    await insertStudyAsking(store.db, "kinds", everyKind());
    all = await answerAll(store);
  });
  afterAll(() => store.close());

  test("is counted as its answers say, kind by kind", async () => {
    const { columns } = (await columnsKeeper(() => store.db)(study))!;
    const view = buildView(columns, {}, staffPolicy(5));
    expect(view.base).toMatchObject({ shown: true, n: people });
    let compared = 0;
    for (const { code, base, options } of view.variables) {
      const item = itemsOf(instrument).find((one) => one.code === code);
      if (!item || !base.shown || item.kind === "catalogue") continue;
      const category = (answer: unknown): unknown[] =>
        Array.isArray(answer) && item.kind === "multiple"
          ? answer
          : [kinds[item.kind].category?.(item, answer as string) ?? String(answer)];
      for (const option of options) {
        if (!option.result.shown || option.result.count === undefined) continue;
        const counted = all.filter(({ answers }) => {
          const answer = answers[code] ?? null;
          return answer !== null && category(answer).includes(option.code);
        });
        expect(option.result.count, `${code} ${option.code}`).toBe(counted.length);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(60);
    const recommended = view.variables.find(({ code }) => code === "NPS01")!;
    const given = all.flatMap(({ answers }) => (typeof answers.NPS01 === "number" ? [answers.NPS01] : []));
    const net = given.filter((one) => one > 8).length - given.filter((one) => one < 7).length;
    expect(recommended.netPromoter?.estimate).toBeCloseTo(net / given.length, 12);
    const shown = new Set(view.variables.map(({ code }) => code));
    for (const code of ["CHE01", "SUM01", "BLK03", "SHO01", "SEC01"]) expect(shown.has(code)).toBe(false);
  });

  test("has its words where words are read, those beside an option too", async () => {
    const { columns } = (await columnsKeeper(() => store.db)(study))!;
    const writers = writersOf(columns, {}, staffPolicy(5));
    if ("hidden" in writers) throw new Error(writers.hidden);
    columns.openItems.forEach(({ code }, at) => {
      expect(writers[at]?.size, code).toBe(all.filter(({ words }) => words[code]).length);
    });
    expect(columns.openItems.map(({ code }) => code)).toContain("SIN01_OTHER");
  });

  test("goes out as a table with a cell for every column", async () => {
    const [main] = await listAskedInstruments(store.db, "kinds");
    const of = { id: main!.id, waveIds: main!.waveIds };
    const known = (await findExportStudy(store.db, { ...study, synthetic: true }, of))!;
    const variables = exportVariables(known);
    let file = csv.start(variables.map(({ name }) => name));
    for await (const page of exportPages(store.db, "kinds", of, new Map()))
      for (const one of page) file += csv.row(variables.map((variable) => variable.cell(one, "codes")));
    const [head, ...rows] = readCsv(file).map(({ fields }) => fields);
    expect(rows).toHaveLength(people);
    for (const row of rows) expect(row).toHaveLength(head!.length);
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)] ?? "");
    const stored = new Map(all.map((one, n) => [idOf(n), one]));
    const ids = column("response");
    const amount = (at: number) => stored.get(ids[at]!)!.answers.NUM01;
    expect(column("NUM01")).toEqual(ids.map((_, at) => String(amount(at) ?? "")));
    expect(column("NUM01_MISSING")).toEqual(ids.map((_, at) => (amount(at) == null ? "99" : "0")));
  });

  test("is released, drawn and printed", async () => {
    const account = { id: "a" };
    await store.db
      .insertInto("accounts")
      .values({ ...account, email: "a@example.org", name: "A", password_hash: "-", created_at: "2026-01-01" })
      .execute();
    const released = (await findStudy(store.db, "kinds"))!;
    const made = await makeRelease(
      store,
      released,
      account,
      columnsKeeper(() => store.db),
    );
    if (made === "late" || !("release" in made)) throw new Error("no release");
    expect(made.release.n).toBe(people);
    expect(made.release.variables.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["DIF01", "NPS01", "RAN01", "MAT01"]),
    );
    await ensureFiles(store, made, "en");
    expect((await listReleaseFiles(store.db, made.id)).length).toBeGreaterThan(2);
  }, 60_000);
});
