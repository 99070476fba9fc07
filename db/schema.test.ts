import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { databases } from "./testing/databases.ts";

/** The columns schema.ts declares, read from its source: interfaces leave nothing to look at when running. */
function declared(): Record<string, string[]> {
  const source = fs.readFileSync(new URL("./schema.ts", import.meta.url), "utf8");
  const interfaces = new Map(
    [...source.matchAll(/export interface (\w+Table) \{([\s\S]*?)\n\}/g)].map(([, name, body]) => [
      name,
      [...(body ?? "").matchAll(/^ {2}(\w+):/gm)].map((match) => match[1] as string).sort(),
    ]),
  );
  const tables = /export interface Database \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? "";
  return Object.fromEntries(
    [...tables.matchAll(/(\w+): (\w+);/g)].map(([, table, name]) => [
      table as string,
      interfaces.get(name as string) ?? [],
    ]),
  );
}

describe.each(databases)("$name", ({ open }) => {
  test("migrated tables and columns are those of schema.ts", async () => {
    const { db, close } = await open();
    try {
      const tables = await db.introspection.getTables({ withInternalKyselyTables: false });
      const migrated = Object.fromEntries(
        tables.map((table) => [table.name, table.columns.map((column) => column.name).sort()]),
      );
      expect(migrated).toEqual(declared());
      expect(Object.keys(migrated).length).toBeGreaterThan(10);
    } finally {
      await close();
    }
  });
});
