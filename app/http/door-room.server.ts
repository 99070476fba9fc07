import { stepFor } from "#app/fieldwork/stepped-count.ts";
import { changedDoor, inEveryLanguage } from "#app/fieldwork/wave-reason.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { publicPolicy } from "#app/results/policy.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { deleteDoor, listStudyDoors, type StudyDoor, setDoor } from "#db/queries/study-doors.server.ts";
import type { Wave } from "#db/queries/waves.server.ts";
import { connection, db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import type { Refused } from "./forms.server.ts";
import { quotasPage } from "./quotas-page.server.ts";
import type { Membership } from "./session.server.ts";
import { readDoorForm, refuseForm } from "./wave-forms.server.ts";
import { decidedBy, doorRows, waveHead } from "./waves.server.ts";

/** Everything about one door. Its number is told or held back together with those of its neighbours. */
export async function doorRoom(
  study: MemberStudy,
  { door, wave }: { door: StudyDoor; wave: Wave },
  language: Language,
) {
  const [doors, { quotas }] = await Promise.all([
    listStudyDoors(db(), study.id, { waveId: wave.id }),
    quotasPage(study, wave),
  ]);
  const row = doorRows(wave, doors, study).find(({ slug }) => slug === door.slug);
  if (!row) throw notFound();
  return {
    wave: waveHead(wave, study, language),
    door: row,
    quotas: quotas.filter((quota) => quota.door?.slug === door.slug),
    k: publicPolicy.k,
    staffK: stepFor(study.staffK),
  };
}

/** Saves a door's settings or deletes it, as the form says. @returns the form with what was wrong, or what was done */
export async function changeDoor(
  member: Membership,
  door: StudyDoor,
  form: FormData,
): Promise<Refused | "saved" | "removed"> {
  if (form.get("intent") === "remove") {
    const reason = inEveryLanguage((words, language) =>
      fill(words.removedDoor, { name: door.name[language], slug: door.slug }),
    );
    const gone = await connection().commit((trx) => deleteDoor(trx, decidedBy(member, reason), door.id));
    return gone ? "removed" : refuseForm(form, { remove: "used" });
  }
  const read = readDoorForm(form);
  if (!read.ok) return read.refused;
  const by = decidedBy(member, changedDoor(door, read.data));
  await connection().commit((trx) => setDoor(trx, by, door.id, read.data));
  return "saved";
}
