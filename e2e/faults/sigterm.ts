import { setTimeout as pause } from "node:timers/promises";
import { type Fault, listLosses } from "./fault.ts";
import { account, answerSurvey, broken, newStudent } from "./hall.ts";
import { withServer } from "./own-server.ts";

/** A deployment in the middle of a class of sixty. */
export const sigterm: Fault = {
  name: "sigterm",
  async run(length, rounds = length === "short" ? 1 : 10) {
    const total = { acknowledged: 0, stored: 0, slowest: 0, unclean: 0, bare: [] as string[] };
    const losses: string[] = [];
    for (let round = 0; round < rounds; round++) {
      await withServer(async (server, seeded) => {
        const students = Array.from({ length: 60 }, newStudent);
        const refusals = { kind: 0, bare: [] as string[] };
        let over = false;
        const late = setTimeout(() => {
          over = true;
        }, 30_000);
        const thePhones = students.map(async (student) => {
          await pause(Math.random() * 1000);
          await answerSurvey(server.url, student, () => over, refusals);
        });
        await pause(300 + Math.random() * 400);
        const started = performance.now();
        const code = await server.stop();
        total.slowest = Math.max(total.slowest, Math.round(performance.now() - started));
        if (code !== 0) total.unclean++;
        await server.restart();
        await Promise.all(thePhones);
        clearTimeout(late);
        const found = await account(server.databaseFile, students, seeded);
        losses.push(...broken(found));
        total.acknowledged += found.acknowledged;
        total.stored += found.stored;
        total.bare.push(...refusals.bare);
      });
    }
    const all = 60 * rounds;
    return {
      told:
        `${rounds} restarts: ${total.acknowledged} of ${all} receipts, ${total.stored} rows; ` +
        `the slowest stop took ${total.slowest} ms`,
      losses: [
        ...losses,
        ...listLosses({
          [`only ${total.acknowledged} of ${all} receipts`]: total.acknowledged < all,
          [`${total.stored} rows for ${all} students`]: total.stored !== all,
          [`${total.unclean} stops with an exit code`]: total.unclean > 0,
          [`answers that were not kind: ${total.bare[0]}`]: total.bare.length > 0,
        }),
      ],
    };
  },
};
