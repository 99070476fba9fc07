import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Definition } from "#app/instrument/definition.ts";
import { completeDefinitions } from "#app/instrument/templates/index.ts";
import { saveQuota } from "#db/queries/quotas.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { insertSmallStudy } from "#db/testing/small-study.ts";
import { lostByWaves } from "./lost-by-waves.server.ts";

const kept = globalThis as { tributaryConnection?: unknown };

describe.each(databases)("what waves would lose on $name", ({ open }) => {
  let store: TestDatabase;
  const definition = completeDefinitions["oneplusx-student"]();
  const shorter: Definition = {
    ...definition,
    pages: definition.pages.map((page) => ({
      ...page,
      items: page.items.filter(({ code }) => code !== "BG01"),
    })),
  };
  const quota = { "zh-CN": "在读", en: "Enrolled" };
  beforeAll(async () => {
    store = await open();
    kept.tributaryConnection = store;
    for (const slug of ["lost1", "lost2"]) {
      await insertSmallStudy(store.db, slug);
      await store.db
        .updateTable("instrument_versions")
        .set({ definition: JSON.stringify(definition) })
        .where("id", "=", slug)
        .execute();
    }
    const item = definition.pages.flatMap(({ items }) => items).find(({ code }) => code === "BG01");
    const option = item?.kind === "single" ? (item.options[0]?.code ?? "") : "";
    await store.commit((trx) =>
      saveQuota(trx, {
        ...{ studyId: "lost1", waveId: "lost1", collectorId: null, name: quota, most: 9 },
        cell: { BG01: option },
      }),
    );
    await store.db
      .updateTable("waves")
      .set({ targets: JSON.stringify({ BG01: { [option]: 60 } }) })
      .where("id", "=", "lost1")
      .execute();
  });
  afterAll(async () => {
    kept.tributaryConnection = undefined;
    await store.close();
  });

  test("a draft without a question names the quotas and targets of the waves that rest on it", async () => {
    const of = async (study: string, draft: Definition) =>
      (await lostByWaves(study, [{ id: study, versionId: study }], draft)).get(study);
    expect(await of("lost1", definition)).toEqual({ quotas: [], targets: [] });
    expect(await of("lost1", shorter)).toMatchObject({ quotas: [quota], targets: [expect.anything()] });
    expect(await of("lost2", shorter)).toEqual({ quotas: [], targets: [] });
  });
});
