import { migrateToLatest } from "#db/migrate.server.ts";
import { connection } from "./db.server.ts";
import { env } from "./env.server.ts";

/** Brings the store up: durable settings asserted, schema migrated, the demo study on first start. Returns what to print. */
export async function open(): Promise<string[]> {
  const store = connection();
  await migrateToLatest(store);
  await store.engine.assertDurable(store.db);
  const { publicUrl } = env();
  return ["", "  Tributary 汇流", `  ${publicUrl}`, ""];
}

export const close = () => connection().close();
