import { dayIn, doorState } from "#app/fieldwork/door.ts";
import { stepFor } from "#app/fieldwork/stepped-count.ts";
import { checkDefinition, errorsIn } from "#app/instrument/check.ts";
import { type Definition, instrumentDefinition } from "#app/instrument/definition.ts";
import { changesOf, type JudgedDifference, judge, readyToPublish } from "#app/instrument/publishing.ts";
import { newCodeFor, withNewCode } from "#app/instrument/publishing-new-code.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, languages } from "#app/locales/language.ts";
import { differenceCard } from "#app/ui/instrument/versions/difference-card.ts";
import { hasManyResponses } from "#db/queries/columns.server.ts";
import { listPublishers, saveDraft } from "#db/queries/instrument-drafts.server.ts";
import {
  type AskingWave,
  countByVersion,
  listAskingWaves,
  listPublishedVersions,
  type PublishedVersion,
  publishVersion,
} from "#db/queries/instrument-versions.server.ts";
import { connection, db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import type { Refused } from "./forms.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";
import { lostByWaves } from "./lost-by-waves.server.ts";
import { refuseForm } from "./wave-forms.server.ts";
import { decidedBy } from "./waves.server.ts";

/** Counting a version's answers reads every response of the study: where there are more, it is left to the board. */
const mostCounted = 30_000;

/** What the versions page shows: how the draft differs, whether it can be published, and what was published. */
export async function versionsRoom(room: InstrumentRoom, now = new Date()) {
  const { study, instrument, draft } = room;
  const [versions, waves, publishers, many] = await Promise.all([
    listPublishedVersions(db(), study.id, instrument.id),
    wavesToSwitch(room, now),
    listPublishers(db(), instrument.id),
    hasManyResponses(db(), study.id, mostCounted),
  ]);
  const ids = versions.map(({ id }) => id);
  const lost = await lostByWaves(study.id, waves, draft.definition);
  const counts = many ? undefined : await countByVersion(db(), study.id, ids);
  const step = stepFor(study.staffK);
  const found = changesOf(draft.definition, definitionsOf(versions));
  const newest = versions[0];
  return {
    draft: draft.number,
    next: (newest?.number ?? 0) + 1,
    newest: newest?.number,
    errors: errorsIn(checkDefinition(draft.definition)).length,
    differences: found.map(differenceCard),
    waves: waves.map((wave) => ({
      ...{ number: wave.number, name: wave.name, version: wave.version },
      newest: wave.versionId === newest?.id,
      lost: lost.get(wave.id) ?? { quotas: [], targets: [] },
    })),
    step,
    published: versions.map(({ id, number, createdAt, differences }) => ({
      number,
      day: dayIn(study.timeZone, new Date(createdAt)),
      by: publishers.get(number),
      changes: differences.length > 0 ? summaryOf(differences) : undefined,
      // In steps, as if the rest of the last step had not come yet.
      answers: counts && Math.floor((counts.get(id) ?? 0) / step) * step,
    })),
  };
}

const definitionsOf = (versions: readonly PublishedVersion[]): Definition[] =>
  versions.map(({ definition }) => definition);

/** How many differences were decided as what. */
function summaryOf(differences: readonly JudgedDifference[]) {
  const counts: Partial<Record<JudgedDifference["decided"], number>> = {};
  for (const { decided } of differences) counts[decided] = (counts[decided] ?? 0) + 1;
  return counts;
}

/** Waves of this instrument that new visitors may still come to. */
async function wavesToSwitch({ study, instrument }: InstrumentRoom, now: Date): Promise<AskingWave[]> {
  const waves = await listAskingWaves(db(), study.id);
  return waves.filter((wave) => {
    if (wave.instrumentId !== instrument.id) return false;
    const state = doorState({ ...wave, closed: false }, false, now);
    return state === "early" || state === "open" || state === "paused";
  });
}

/** Publishes the draft as the form decides. @returns the number of the version, or the form with what stands in its way */
export async function publish(room: InstrumentRoom, form: FormData): Promise<number | Refused> {
  const { study, instrument, draft, account } = room;
  const refused = (errors: Record<string, string>) => refuseForm(form, errors);
  if (String(draft.number) !== form.get("draft")) return refused({ form: "changed" });
  if (errorsIn(checkDefinition(draft.definition)).length > 0) return refused({ form: "errors" });
  const versions = await listPublishedVersions(db(), study.id, instrument.id);
  const definitions = definitionsOf(versions);
  const found = changesOf(draft.definition, definitions);
  if (draft.number === 0 || (versions.length > 0 && found.length === 0)) return refused({ form: "nothing" });
  const given = (name: string) => String(form.get(name) ?? "");
  const { judged, problems } = judge(
    found,
    (key) => ({ decided: given(`class.${key}`), reason: given(`reason.${key}`).slice(0, 1000) }),
    { by: account.name, at: new Date().toISOString() },
  );
  if (Object.keys(problems).length > 0) return refused({ form: "refused", ...problems });
  const next = (versions[0]?.number ?? 0) + 1;
  const chosen = (await wavesToSwitch(room, new Date())).filter((one) => form.has(`wave.${one.number}`));
  const asked = [...form.keys()].filter((name) => name.startsWith("wave."));
  if (asked.length !== chosen.length) return refused({ form: "wave" });
  const definition = readyToPublish(draft.definition, definitions, judged);
  // Whatever the checker says: what would not be read again by students' pages is never frozen.
  if (!instrumentDefinition.safeParse(definition).success) return refused({ form: "errors" });
  const outcome = await connection().commit((trx) =>
    publishVersion(trx, decidedBy({ account, study }, reasonOf(room, next, judged)), {
      ...{ instrumentId: instrument.id, base: draft.number, judged },
      definition,
      waves: chosen.map((wave) => ({ id: wave.id, reason: waveReason(wave, next) })),
    }),
  );
  if (typeof outcome === "number") return outcome;
  return refused({ form: outcome === "changed" ? "changed" : "wave" });
}

/** Said in each language, a line each, as decisions are kept. */
function reasonOf({ head }: InstrumentRoom, n: number, judged: readonly JudgedDifference[]): string {
  const counts = Object.entries(summaryOf(judged));
  return languages
    .map((language) => {
      const { versions: words } = messagesIn(language);
      const title = head.instrument.title[language];
      if (n === 1) return fill(words.decisionFirst, { title });
      const parts = counts.map(([one, many]) =>
        fill(words.summary, { class: words.classes[one as JudgedDifference["decided"]], n: many }),
      );
      return fill(words.decision, { title, n, summary: parts.join(words.summaryComma) });
    })
    .join("\n");
}

const waveReason = ({ name, version }: AskingWave, to: number): string =>
  languages
    .map((language) =>
      fill(messagesIn(language).versions.waveDecision, { name: name[language], from: version, to }),
    )
    .join("\n");

/** Gives the questions a difference is about new codes, as a new state of the draft. @returns false when the draft has moved on */
export async function giveNewCodes(room: InstrumentRoom, key: string, base: string): Promise<boolean> {
  const { study, instrument, draft, account } = room;
  if (String(draft.number) !== base) return false;
  const versions = definitionsOf(await listPublishedVersions(db(), study.id, instrument.id));
  const found = changesOf(draft.definition, versions).find((one) => one.key === key);
  if (!found || found.codes.length === 0) return false;
  let definition = draft.definition;
  const renamed = found.codes.map((code) => {
    const to = newCodeFor(code, [...versions, definition]);
    definition = withNewCode(definition, code, to);
    return `${code} → ${to}`;
  });
  const saved = await connection().commit((trx) =>
    saveDraft(trx, {
      ...{ instrumentId: instrument.id, base: draft.number, definition },
      change: { did: "set", about: renamed.join(", ").slice(0, 200) },
      ...{ accountId: account.id, now: new Date().toISOString() },
    }),
  );
  return saved !== undefined;
}

/** One version to look at. @throws 404 when the instrument has none of this number */
export async function versionRoom({ study, instrument }: InstrumentRoom, number: string | undefined) {
  const versions = await listPublishedVersions(db(), study.id, instrument.id);
  const version = versions.find((one) => String(one.number) === number);
  if (!version) throw notFound();
  const { definition, differences, createdAt } = version;
  return {
    number: version.number,
    day: dayIn(study.timeZone, new Date(createdAt)),
    definition,
    differences: differences.map((one) => ({
      ...differenceCard(one),
      ...{ decided: one.decided, reason: one.reason, by: one.by },
    })),
  };
}
