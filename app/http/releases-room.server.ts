import { countHidden } from "#app/briefs/hidden-parts.ts";
import { PUBLIC_K, type Release, shortOf } from "#app/briefs/release.ts";
import { sentencesOf } from "#app/briefs/wording.ts";
import type { Language } from "#app/locales/language.ts";
import { listDecisions } from "#db/queries/decisions.server.ts";
import { disclosureSubject } from "#db/queries/disclosure.server.ts";
import { listReleaseFiles, listReleases, readReleases } from "#db/queries/releases.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { shownInstrument } from "./asked-instrument.server.ts";
import { connection, db } from "./db.server.ts";
import { previewRelease, releasedInstrument } from "./make-release.server.ts";

/** The tables that may not stand beside an earlier release, each variable once. */
const heldNames = (release: Release, language: Language): string[] => [
  ...new Set(release.heldBack.map(({ variable }) => shortOf(variable)[language])),
];

/** What the releases room shows: what was released, and what would be. */
export async function releasesRoom(study: MemberStudy, language: Language) {
  const { release, missing } = await previewRelease(connection(), study);
  const { choice } = await shownInstrument(study, new URLSearchParams());
  const earlier = await readReleases(db(), study.id);
  const { asked, others } = await releasedInstrument(
    db(),
    study,
    earlier.map((one) => one.release),
  );
  const lines = await listReleases(db(), study.id);
  const releases = await Promise.all(
    lines.map(async ({ id, ...line }) => {
      const files = await listReleaseFiles(db(), id);
      return { ...line, files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) };
    }),
  );
  return {
    profile: {
      now: study.disclosure,
      k: PUBLIC_K,
      timeZone: study.timeZone,
      history: await listDecisions(db(), study.id, disclosureSubject),
    },
    choice,
    /** Whether there are any answers to take away: some wave asks something. */
    data: asked !== undefined,
    /** Of which of several instruments these are. */
    of: others ? asked?.title : undefined,
    releases,
    missing,
    next: release && {
      number: release.number,
      n: release.n,
      hidden: countHidden(release),
      heldBack: heldNames(release, language),
      answer: sentencesOf(release, language).answer,
    },
  };
}
export type ReleasesRoom = Awaited<ReturnType<typeof releasesRoom>>;
