import { columnsKeeper } from "#app/http/columns.server.ts";
import { drawRelease } from "#app/http/draw-release.server.ts";
import { previewRelease } from "#app/http/make-release.server.ts";
import type { Language } from "#app/locales/language.ts";
import { languages } from "#app/locales/language.ts";
import { connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { findStudy } from "#db/queries/releases.server.ts";
import { seedDemo } from "#db/seed.server.ts";
import { kilobytes, ms, type Section } from "./report.ts";
import { stores } from "./stores.ts";

interface Times {
  language: Language;
  /** The brief alone: the first in this process, fonts read and cut to size, and the median of three later ones. */
  firstMs: number;
  laterMs: number;
  pages: number;
  bytes: number;
  /** Every file of the release in this language, pictures and tables included, and how many. */
  allMs: number;
  files: number;
}

/** The policymaker's brief of the demo study, from the frozen release to the finished PDF. */
export async function brief(): Promise<Section> {
  const store = await (stores.sqlite as NonNullable<typeof stores.sqlite>)();
  const connection = connect(store.url);
  try {
    await migrateToLatest(connection);
    await seedDemo(connection);
    const study = await findStudy(connection.db, "demo");
    if (!study) throw new Error("The demo study is missing.");
    const columnsFrom = columnsKeeper(() => connection.db);
    const start = performance.now();
    const { release } = await previewRelease(connection, study, columnsFrom);
    const releaseMs = performance.now() - start;
    if (!release) throw new Error("The demo is too small for a release.");
    const times: Times[] = [];
    for (const language of languages) times.push(await measure(release, language));
    return report(times, releaseMs);
  } finally {
    await connection.close();
    await store.remove();
  }
}

type Release = Parameters<typeof drawRelease>[0];

async function measure(release: Release, language: Language): Promise<Times> {
  const once = async () => {
    const start = performance.now();
    for await (const { bytes } of drawRelease(release, language))
      return { ms: performance.now() - start, bytes };
    throw new Error("A release without a brief.");
  };
  const first = await once();
  const later: number[] = [];
  for (let round = 0; round < 3; round++) later.push((await once()).ms);
  const start = performance.now();
  let files = 0;
  for await (const _ of drawRelease(release, language)) files++;
  return {
    language,
    firstMs: first.ms,
    laterMs: later.sort((a, b) => a - b)[1] ?? Number.NaN,
    // Page objects are not compressed in these files.
    pages:
      Buffer.from(first.bytes)
        .toString("latin1")
        .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0,
    bytes: first.bytes.length,
    allMs: performance.now() - start,
    files,
  };
}

const report = (times: Times[], releaseMs: number): Section => ({
  title: "The brief as PDF, from a frozen release",
  head: ["", "first, ms", "later ones", "pages", "size", "all files of the release"],
  rows: times.map((one) => [
    one.language,
    ms(one.firstMs),
    ms(one.laterMs),
    String(one.pages),
    kilobytes(one.bytes),
    `${one.files} in ${ms(one.allMs)} ms`,
  ]),
  notes: [
    `Made once per release and language, in a thread beside the server. Freezing the release from 1,200 stored responses: ${ms(releaseMs)} ms.`,
  ],
  figures: { times, releaseMs },
});
