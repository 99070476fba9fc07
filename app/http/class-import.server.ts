import { type ClassList, type ClassRow, cohortKey, readClassList } from "#app/fieldwork/class-list.ts";
import { decodeTable } from "#app/fieldwork/decode-table.ts";
import { newShortCode } from "#app/fieldwork/short-code.server.ts";
import { inEveryLanguage } from "#app/fieldwork/wave-reason.ts";
import { fill } from "#app/locales/language.ts";
import { publicPolicy } from "#app/results/policy.ts";
import { createDoors, listStudyDoors } from "#db/queries/study-doors.server.ts";
import type { Wave } from "#db/queries/waves.server.ts";
import { connection, db } from "./db.server.ts";
import type { Membership } from "./session.server.ts";

/** The list a form brings: an uploaded file, else what was pasted. */
export async function classListText(form: FormData): Promise<string> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return decodeTable(new Uint8Array(await file.arrayBuffer()));
  const pasted = form.get("table");
  return typeof pasted === "string" ? pasted : "";
}

const isSmall = ({ size }: ClassRow) => size !== undefined && size < publicPolicy.k;

/** Rows that are listed in the preview; all are counted. */
const mostShown = 300;

/** What a list of classes would become, row by row. Nothing is stored. */
export async function checkClassList(studyId: string, wave: Wave, text: string) {
  const list = readClassList(text);
  const there = await listStudyDoors(db(), studyId, { waveId: wave.id });
  const known = new Set(there.map((door) => cohortKey(door.cohort)));
  const rows = list.rows.map((row) => ({
    row,
    exists: row.problems.length === 0 && known.has(cohortKey(row.cohort)),
  }));
  const ready = rows.filter(({ row, exists }) => row.problems.length === 0 && !exists);
  return {
    // Noise is not given back to be corrected.
    text: list.problem?.problem === "excel-file" ? "" : text,
    problem: list.problem,
    ignored: list.ignored,
    ready: ready.length,
    small: ready.filter(({ row }) => isSmall(row)).length,
    exists: rows.filter(({ exists }) => exists).length,
    bad: rows.filter(({ row }) => row.problems.length > 0).length,
    total: rows.length,
    // What needs attention first: it is easily lost among a thousand good rows.
    rows: [...rows]
      .sort((a, b) => Number(b.row.problems.length > 0) - Number(a.row.problems.length > 0))
      .slice(0, mostShown)
      .map(({ row, exists }) => ({ ...row, exists, small: isSmall(row) })),
  };
}
export type CheckedClasses = Awaited<ReturnType<typeof checkClassList>>;

/** Makes a class code for every good row, all or none. @returns how many were made; undefined without such a wave */
export async function createClassDoors(
  { account, study }: Membership,
  wave: Wave,
  list: ClassList,
): Promise<number | undefined> {
  const doors = list.rows
    .filter((row) => row.problems.length === 0)
    .map(({ name, cohort, size }) => ({
      slug: newShortCode(),
      kind: "class" as const,
      name,
      cohort,
      expected: size ?? null,
      most: null,
    }));
  const by = { studyId: study.id, accountId: account.id, now: new Date().toISOString() };
  const made = await connection().commit((trx) =>
    createDoors(trx, by, wave.id, doors, {
      skipKnown: true,
      reason: (some) => inEveryLanguage((words) => fill(words.madeDoors, { n: some.length })),
    }),
  );
  return made?.length;
}
