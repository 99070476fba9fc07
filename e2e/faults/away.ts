import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { TestServer } from "../server.ts";
import { type Fault, listLosses } from "./fault.ts";
import { account, broken, countRows, Hall } from "./hall.ts";
import { withPostgres } from "./own-postgres.ts";
import { startPings } from "./pings.ts";

/** Somebody locks the table for longer than anybody waits. */
async function lockTable(url: string, ms: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("begin");
  await client.query("lock table responses, drafts in exclusive mode");
  await pause(ms);
  await client.query("rollback");
  await client.end();
}

/** Every connection of the product dies again and again, as when the database server is restarted. */
async function cutConnections(admin: string, url: string, ms: number): Promise<number> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  let cut = 0;
  for (const until = Date.now() + ms; Date.now() < until; await pause(100)) {
    const { rowCount } = await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
      [new URL(url).pathname.slice(1)],
    );
    cut += rowCount ?? 0;
  }
  await client.end();
  return cut;
}

/** A PostgreSQL that is locked, then hangs up on everybody: "try again" until it is back, and nothing lost. */
export const away: Fault = {
  name: "away",
  run: (length, rounds = length === "short" ? 1 : 3) =>
    withPostgres(async (url, admin) => {
      const server = await TestServer.start(url);
      try {
        const seeded = await countRows(url);
        const hall = new Hall(server.url, 24);
        const total = { cut: 0, usual: 0, p99: 0, failed: 0 };
        for (let round = 0; round < rounds; round++) {
          const quiet = startPings(server.url);
          await hall.more(20);
          total.usual = Math.max(total.usual, (await quiet.stop()).p99);
          const pinging = startPings(server.url);
          await lockTable(url, 5000);
          await hall.more(20);
          total.cut += await cutConnections(admin, url, 2000);
          const pings = await pinging.stop();
          total.p99 = Math.max(total.p99, pings.p99);
          total.failed += pings.failed;
          await hall.more(20);
        }
        await hall.close();
        const found = await account(url, hall.students, seeded);
        const { kind, bare } = hall.refusals;
        return {
          told:
            `PostgreSQL: ${rounds} locks of 5 s, ${total.cut} connections cut: ${kind} phones told to try again (503), /healthz ` +
            `p99 ${total.p99} ms (${total.usual} before); ${found.acknowledged} acknowledged, ${found.stored} stored, ${found.lost} lost`,
          losses: [
            ...broken(found),
            ...listLosses({
              "nobody was told to try again": kind === 0,
              [`answers that were not kind: ${bare[0]}`]: bare.length > 0,
              [`the server itself was away, ${total.failed} pings failed: ${server.log.slice(-300)}`]:
                total.failed > 0,
            }),
          ],
        };
      } finally {
        await server.stop();
      }
    }),
};
