import { setTimeout as pause } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { ask } from "../http.ts";
import { type Fault, listLosses } from "./fault.ts";
import { account, broken, Hall } from "./hall.ts";
import { withServer } from "./own-server.ts";
import { startPings } from "./pings.ts";

/** Another process holds the write lock for seconds: students hear "try again", readers notice nothing. */
export const locked: Fault = {
  name: "locked",
  run: (length, rounds = length === "short" ? 1 : 3) =>
    withServer(async (server, seeded) => {
      const hall = new Hall(server.url, 24);
      // A busy machine is slow by itself: what counts is what the lock adds.
      const usual: number[] = [];
      const pings: { p99: number; longest: number }[] = [];
      let readsFailed = 0;
      let acknowledgedWhileLocked = 0;
      for (let round = 0; round < rounds; round++) {
        const quiet = startPings(server.url);
        await hall.more(20);
        usual.push((await quiet.stop()).p99);
        const other = new BetterSqlite(server.databaseFile, { timeout: 2000 });
        other.exec("begin immediate");
        // What was committed before the lock may still be on its way to a phone.
        await pause(200);
        const before = hall.acknowledged;
        const pinging = startPings(server.url);
        const until = Date.now() + 4000;
        while (Date.now() < until) {
          const page = await ask(server.url, "/s/demo");
          if (page.status !== 200) readsFailed++;
          await pause(50);
        }
        pings.push(await pinging.stop());
        acknowledgedWhileLocked += hall.acknowledged - before;
        other.exec("rollback");
        other.close();
        await hall.more(20);
      }
      await hall.close();
      const found = await account(server.databaseFile, hall.students, seeded);
      const { kind, bare } = hall.refusals;
      const p99 = Math.max(...pings.map((one) => one.p99));
      const without = Math.max(...usual);
      const longest = Math.max(...pings.map((one) => one.longest));
      return {
        told:
          `${rounds} locks of 4 s: ${kind} phones told to try again (503), ${acknowledgedWhileLocked} acknowledged ` +
          `meanwhile, ${readsFailed} reads failed; /healthz p99 ${p99} ms (${without} before), longest ${longest} ms; afterwards ` +
          `${found.acknowledged} acknowledged, ${found.stored} stored, ${found.lost} lost`,
        losses: [
          ...broken(found),
          ...listLosses({
            "nobody was told to try again": kind === 0,
            [`answers that were not kind: ${bare[0]}`]: bare.length > 0,
            "acknowledged while nothing could be written": acknowledgedWhileLocked > 0,
            "reads failed": readsFailed > 0,
            [`the event loop stood still: p99 ${p99} ms`]: p99 > 250 + without,
          }),
        ],
      };
    }),
};
