import { parseArgs } from "node:util";
import { connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { demoAccounts, hasStudies, seedDemo, seedScale } from "#db/seed.server.ts";

/** `npm run seed [-- --responses 10000]`: the demo study, or its colleges at another size, into an empty database. */
const { values } = parseArgs({ options: { responses: { type: "string" } } });
const responses = Number(values.responses);
if (values.responses !== undefined && (!/^\d{1,7}$/.test(values.responses) || responses < 1)) {
  console.error(`--responses takes a whole number from 1 to 9999999, not “${values.responses}”.`);
  process.exit(2);
}

const url = process.env.DATABASE_URL || "data/tributary.db";
const connection = connect(url);
try {
  await migrateToLatest(connection);
  if (await hasStudies(connection.db)) {
    console.error(
      "This database already holds a study. The demo only goes into an empty one; nothing was changed.",
    );
    process.exitCode = 1;
  } else {
    const started = performance.now();
    await (values.responses === undefined ? seedDemo(connection) : seedScale(connection, responses));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { n } = await connection.db
      .selectFrom("responses")
      .select((e) => e.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    console.log(
      `Demo study with ${Number(n).toLocaleString("en")} synthetic responses loaded in ${seconds} s.`,
    );
    for (const { email, password } of Object.values(demoAccounts)) console.log(`  ${email}  ${password}`);
  }
} finally {
  await connection.close();
}
