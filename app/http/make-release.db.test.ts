import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFileName } from "#app/ui/public/release-files.ts";
import { listAskedInstruments } from "#db/queries/columns.server.ts";
import { exportPages, findExportStudy } from "#db/queries/exports.server.ts";
import { findStudy, listReleaseFiles, type ReleaseStudy } from "#db/queries/releases.server.ts";
import { seedDemo } from "#db/seed.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { columnsKeeper } from "./columns.server.ts";
import { makeRelease } from "./make-release.server.ts";
import { ensureFiles } from "./release-files.server.ts";

describe.each(databases)("the demo on $name", ({ open }) => {
  let store: TestDatabase;
  let study: ReleaseStudy;
  beforeAll(async () => {
    store = await open();
    await seedDemo(store);
    study = (await findStudy(store.db, "demo"))!;
  });
  afterAll(() => store.close());

  test("is released once, with nothing under ten; the second time says how many are missing", async () => {
    const account = await store.db.selectFrom("accounts").select("id").executeTakeFirstOrThrow();
    const columns = columnsKeeper(() => store.db);
    const made = await makeRelease(store, study, account, columns);
    if (made === "late" || !("release" in made)) throw new Error("no release");
    const { release } = made;
    expect(release).toMatchObject({ number: 1, n: 1473, synthetic: true });
    expect(release.themes.every((theme) => theme.result.shown && theme.result.n >= 10)).toBe(true);
    for (const { rows } of release.groups) {
      for (const { result } of rows) if (result.shown) expect(result.n).toBeGreaterThanOrEqual(10);
    }
    expect(await makeRelease(store, study, account, columns)).toEqual({ missing: 10 });

    // Many ask, one draws: every name is stored once and can be asked for.
    await Promise.all([1, 2, 3].map(() => ensureFiles(store, made, "zh-CN")));
    await ensureFiles(store, made, "en");
    const files = await listReleaseFiles(store.db, made.id);
    expect(files.filter((file) => file.name.startsWith("brief."))).toHaveLength(2);
    for (const { name, size } of files) {
      expect(readFileName(`r1-${name}`)?.name).toBe(name);
      expect(size).toBeGreaterThan(500);
    }
  }, 60_000);

  test("is exported page by page, each response once, whatever the size of the pages", async () => {
    const [main] = await listAskedInstruments(store.db, study.id);
    const students = { id: main!.id, waveIds: main!.waveIds };
    const ids: string[] = [];
    for await (const page of exportPages(store.db, study.id, students, new Map([["nobody", 1]]), 170)) {
      expect(page.length).toBeLessThanOrEqual(170);
      ids.push(...page.map((one) => one.id));
    }
    expect(ids).toHaveLength(1473);
    expect(new Set(ids).size).toBe(1473);
    expect(await findExportStudy(store.db, study, students)).toMatchObject({
      cohorts: ["class", "college"],
      synthetic: true,
    });
  });
});
