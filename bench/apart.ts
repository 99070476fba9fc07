import { fork } from "node:child_process";
import { once } from "node:events";
import { getProjectNode } from "../scripts/lib/runtime.mjs";

/**
 * Runs `run(order)` of a module in a process of its own, so that what the load costs is not counted as somebody
 * else's work, and gives back what it returned.
 */
export async function apart<Order extends object, Result>(module: URL, order: Order): Promise<Result> {
  const child = fork(new URL("apart-process.ts", import.meta.url), [module.href], {
    execPath: getProjectNode(),
    execArgv: [],
    serialization: "advanced",
  });
  try {
    child.send(order);
    const [said] = (await Promise.race([
      once(child, "message"),
      once(child, "exit").then(([code]) => [{ error: `The load ended with ${code}.` }]),
    ])) as [{ result?: Result; error?: string }];
    if (said.error !== undefined) throw new Error(said.error);
    return said.result as Result;
  } finally {
    child.kill();
  }
}
