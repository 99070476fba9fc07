import { type Kysely, sql } from "kysely";
import { type Certificate, certificateFinder } from "#app/fieldwork/certificates.ts";
import type { CertificateTable, Database } from "../schema.ts";

const read = (row: CertificateTable): Certificate => ({
  code: row.code,
  name: { "zh-CN": row.name_zh, en: row.name_en },
  issuer: { "zh-CN": row.issuer_zh, en: row.issuer_en },
  levels: JSON.parse(row.levels),
  batch: row.batch,
  majors: JSON.parse(row.majors),
  source: row.source,
  asOf: row.as_of,
  synthetic: row.synthetic === 1,
});

const write = (one: Certificate): CertificateTable => ({
  code: one.code,
  name_zh: one.name["zh-CN"],
  name_en: one.name.en,
  issuer_zh: one.issuer["zh-CN"],
  issuer_en: one.issuer.en,
  levels: JSON.stringify(one.levels),
  batch: one.batch,
  majors: JSON.stringify(one.majors),
  source: one.source,
  as_of: one.asOf,
  synthetic: one.synthetic ? 1 : 0,
});

export async function listCertificates(db: Kysely<Database>): Promise<Certificate[]> {
  return (await db.selectFrom("certificates").selectAll().orderBy("code").execute()).map(read);
}

/** The code of the one certificate a student's text names exactly (code, or name in either language). */
export async function findCertificate(db: Kysely<Database>, typed: string): Promise<string | undefined> {
  return certificateFinder(await listCertificates(db))(typed);
}

/**
 * Certificates whose name or issuer contains the text, in either language, whatever its case and width.
 * @param only invented certificates for a synthetic study, or real ones; both when left out
 */
export async function suggestCertificates(
  db: Kysely<Database>,
  typed: string,
  limit = 8,
  only?: "synthetic" | "real",
): Promise<Certificate[]> {
  const trimmed = typed.trim();
  if (!trimmed) return [];
  const patterns = [...new Set([trimmed, trimmed.normalize("NFKC")])].map(
    (one) => `%${one.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`,
  );
  const rows = await db
    .selectFrom("certificates")
    .selectAll()
    .where((where) =>
      where.or(
        (["name_zh", "name_en", "issuer_zh", "issuer_en"] as const).flatMap((column) =>
          patterns.map((pattern) => sql<boolean>`lower(${where.ref(column)}) like ${pattern} escape '\\'`),
        ),
      ),
    )
    .$if(only !== undefined, (query) => query.where("synthetic", "=", only === "synthetic" ? 1 : 0))
    .orderBy("code")
    .limit(limit)
    .execute();
  return rows.map(read);
}

/** Adds certificates or replaces those of the same code; all of them or none. */
export async function upsertCertificates(db: Kysely<Database>, certificates: Certificate[]): Promise<void> {
  const keep = async (trx: Kysely<Database>) => {
    for (let at = 0; at < certificates.length; at += 200) {
      await trx
        .insertInto("certificates")
        .values(certificates.slice(at, at + 200).map(write))
        .onConflict((conflict) =>
          conflict.column("code").doUpdateSet((row) => ({
            name_zh: row.ref("excluded.name_zh"),
            name_en: row.ref("excluded.name_en"),
            issuer_zh: row.ref("excluded.issuer_zh"),
            issuer_en: row.ref("excluded.issuer_en"),
            levels: row.ref("excluded.levels"),
            batch: row.ref("excluded.batch"),
            majors: row.ref("excluded.majors"),
            source: row.ref("excluded.source"),
            as_of: row.ref("excluded.as_of"),
            synthetic: row.ref("excluded.synthetic"),
          })),
        )
        .execute();
    }
  };
  return db.isTransaction ? keep(db) : db.transaction().execute(keep);
}
