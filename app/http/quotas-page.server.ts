import { toldOf } from "#app/fieldwork/quota.ts";
import { stepFor } from "#app/fieldwork/stepped-count.ts";
import { inEveryLanguage } from "#app/fieldwork/wave-reason.ts";
import { type Item, itemsOf } from "#app/instrument/definition.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Text } from "#app/locales/language.ts";
import { fill, languages } from "#app/locales/language.ts";
import { recordDecision } from "#db/queries/decisions.server.ts";
import { getToldInstrument } from "#db/queries/doors.server.ts";
import { deleteQuota, listQuotas, saveQuota } from "#db/queries/quotas.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { listStudyDoors } from "#db/queries/study-doors.server.ts";
import type { Wave } from "#db/queries/waves.server.ts";
import { connection, db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import type { Refused } from "./forms.server.ts";
import type { Membership } from "./session.server.ts";
import { readQuotaForm, refuseForm } from "./wave-forms.server.ts";
import { decidedBy, doorRows } from "./waves.server.ts";

type Single = Extract<Item, { kind: "single" }>;

/** Background questions with one answer, which quotas and targets are made of. */
export async function backgroundOf(wave: Wave): Promise<Single[]> {
  const instrument = await getToldInstrument(db(), wave.versionId);
  return itemsOf(instrument).filter((item): item is Single => item.kind === "single" && item.background);
}

/** The cell two chosen conditions make, written `item=option`; undefined when the questionnaire has no such answer. */
export function cellOf(
  items: readonly Single[],
  conditions: readonly string[],
): Record<string, string> | undefined {
  const cell: Record<string, string> = {};
  for (const condition of conditions) {
    if (condition === "") continue;
    const [code = "", option = ""] = condition.split("=");
    const item = items.find((one) => one.code === code);
    if (!item?.options.some((one) => one.code === option)) return undefined;
    cell[code] = option;
  }
  return cell;
}

/** A cell in words: what students of it chose. */
export function cellWords(items: readonly Single[], cell: Record<string, string>): Text {
  return Object.fromEntries(
    languages.map((language) => {
      const { quotaPage } = messagesIn(language).waves;
      const labels = Object.entries(cell).map(
        ([code, chosen]) =>
          items.find((one) => one.code === code)?.options.find((one) => one.code === chosen)?.label[
            language
          ] ?? `${code} ${chosen}`,
      );
      return [language, labels.join(quotaPage.and) || quotaPage.everybody];
    }),
  ) as Text;
}

/** The quotas of a wave with what they may be made of. Few answers in a small cell are not counted out to anybody. */
export async function quotasPage(study: Pick<MemberStudy, "id" | "staffK">, wave: Wave) {
  const [items, all, doors] = await Promise.all([
    backgroundOf(wave),
    listQuotas(db(), study.id),
    listStudyDoors(db(), study.id, { waveId: wave.id }),
  ]);
  const doorOf = new Map(doors.map((door) => [door.id, door]));
  const staffK = stepFor(study.staffK);
  const held = new Set(
    doorRows(wave, doors, study).flatMap((one) => (one.received === null ? [one.slug] : [])),
  );
  return {
    staffK,
    items: items.map(({ code, text, short, options }) => ({ code, text: short ?? text, options })),
    doors: doors.map(({ slug, name }) => ({ slug, name })),
    quotas: all
      .filter((quota) => quota.waveId === wave.id)
      .map((quota) => {
        const door = quota.collectorId === null ? undefined : doorOf.get(quota.collectorId);
        return {
          id: quota.id,
          name: quota.name,
          cell: quota.cell,
          who: cellWords(items, quota.cell),
          door: door && { slug: door.slug, name: door.name },
          most: quota.most,
          taken: toldOf(quota, door !== undefined && held.has(door.slug), staffK) ?? null,
          full: quota.taken >= quota.most,
        };
      }),
  };
}
export type QuotasPage = Awaited<ReturnType<typeof quotasPage>>;

/**
 * Adds, changes or deletes a quota of a wave, as the form says, and writes the decision down with it.
 * @returns the form with what was wrong, or undefined when done
 * @throws 404 when the wave has no such quota
 */
export async function changeQuota(
  member: Membership,
  wave: Wave,
  form: FormData,
): Promise<Refused | undefined> {
  const studyId = member.study.id;
  const known = (await listQuotas(db(), studyId)).filter((quota) => quota.waveId === wave.id);
  const id = form.get("id");
  const before = id === null ? undefined : known.find((quota) => quota.id === id);
  if (id !== null && !before) throw notFound();
  if (form.get("intent") === "delete" && before) {
    const by = decidedBy(member, savedReason(before.name, undefined));
    await connection().commit(async (trx) => {
      if (await deleteQuota(trx, studyId, before.id))
        await recordDecision(trx, { ...by, action: "quota", subject: wave.id });
    });
    return undefined;
  }
  const read = readQuotaForm(form);
  if (!read.ok) return read.refused;
  const { first, second, door, most, nameZh, nameEn } = read.data;
  const items = await backgroundOf(wave);
  const cell = cellOf(items, [first, second]);
  if (!cell) return refuseForm(form, { first: "unknown" });
  const doors = await listStudyDoors(db(), studyId, { waveId: wave.id });
  const collector = doors.find((one) => one.slug === door);
  if (door && !collector) return refuseForm(form, { door: "unknown" });
  const words = cellWords(items, cell);
  const name: Text = nameZh || nameEn ? { "zh-CN": nameZh || nameEn, en: nameEn || nameZh } : words;
  const by = decidedBy(member, savedReason(name, most));
  await connection().commit(async (trx) => {
    await saveQuota(trx, {
      studyId,
      id: before?.id,
      waveId: wave.id,
      collectorId: collector?.id ?? null,
      name,
      cell,
      most,
    });
    await recordDecision(trx, { ...by, action: "quota", subject: wave.id });
  });
  return undefined;
}

const savedReason = (name: Text, most: number | undefined) =>
  inEveryLanguage((words, language) =>
    most === undefined
      ? fill(words.removedQuota, { name: name[language] })
      : fill(words.savedQuota, { name: name[language], most }),
  );
