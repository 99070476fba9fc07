import { connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";

/** `npm run migrate`: brings the database of DATABASE_URL up to date and says what it did. */
const url = process.env.DATABASE_URL || "data/tributary.db";
const connection = connect(url);
try {
  const ran = await migrateToLatest(connection);
  await connection.engine.assertDurable(connection.db);
  console.log(ran.length > 0 ? `Migrated: ${ran.join(", ")}` : "Nothing to migrate.");
} finally {
  await connection.close();
}
