import fs from "node:fs";
import { z } from "zod";
import { instrumentDefinition } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { connect } from "#db/connect.server.ts";

/**
 * `npm run validate [-- instrument.json …]`: checks instrument files; without files, the instruments that come with
 * the product and every version in the database. Exits 1 when anything is wrong, naming the place.
 */
let wrong = 0;

function check(name: string, definition: unknown): void {
  const result = instrumentDefinition.safeParse(definition);
  if (result.success) {
    const items = result.data.pages.reduce((sum, page) => sum + page.items.length, 0);
    console.log(`ok     ${name}: ${result.data.pages.length} pages, ${items} items`);
  } else {
    wrong++;
    console.log(`wrong  ${name}\n${z.prettifyError(result.error).replace(/^/gm, "       ")}`);
  }
}

const files = process.argv.slice(2);
for (const file of files) {
  try {
    check(file, JSON.parse(fs.readFileSync(file, "utf8")));
  } catch (error) {
    wrong++;
    console.log(`wrong  ${file}: ${(error as Error).message}`);
  }
}
if (files.length === 0) {
  for (const [name, template] of Object.entries(templates)) check(`template ${name}`, template());
  const url = process.env.DATABASE_URL || "data/tributary.db";
  if (/^postgres/.test(url) || fs.existsSync(url)) {
    const { db, close } = connect(url);
    const versions = await db
      .selectFrom("instrument_versions as v")
      .innerJoin("instruments as i", "i.id", "v.instrument_id")
      .select(["i.code", "v.number", "v.definition"])
      .execute();
    for (const one of versions) check(`stored ${one.code} version ${one.number}`, JSON.parse(one.definition));
    await close();
  }
}
process.exitCode = wrong > 0 ? 1 : 0;
