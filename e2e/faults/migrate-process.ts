import type { DatabaseConnection } from "kysely";
import { Kysely } from "kysely";
import { connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import type { Database } from "#db/schema.ts";

/**
 * Migrates and kills itself after the n-th statement the database has carried out, `begin` and `commit` among them;
 * with 0 it lives and says how many there were: `migrate-process.ts URL N`.
 */
const [url = "", last = "0"] = process.argv.slice(2);
const { engine, ...connection } = connect(url);
const driver = engine.dialect.createDriver();
const acquire = driver.acquireConnection.bind(driver);
const counted = new WeakSet<DatabaseConnection>();
let done = 0;
driver.acquireConnection = async (...options) => {
  const one = await acquire(...options);
  if (counted.has(one)) return one;
  counted.add(one);
  const execute = one.executeQuery.bind(one);
  one.executeQuery = async (...query) => {
    const result = await execute(...query);
    done++;
    if (done === Number(last)) process.kill(process.pid, "SIGKILL");
    return result as never;
  };
  return one;
};
const dialect = {
  createDriver: () => driver,
  createAdapter: () => engine.dialect.createAdapter(),
  createQueryCompiler: () => engine.dialect.createQueryCompiler(),
  createIntrospector: engine.dialect.createIntrospector.bind(engine.dialect),
};
const db = new Kysely<Database>({ dialect });
await migrateToLatest({ ...connection, engine, db });
await db.destroy();
// As text: a number may be coloured on the way.
process.stdout.write(String(done));
