import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export interface Delays {
  count: number;
  p99: number;
  longest: number;
  /** Asked in vain: the server was not there. */
  failed: number;
}

/** Asks for `path` every 20 ms over one connection of its own and measures, until told to stop, how long answers take. */
export function startPings(url: string, path = "/healthz"): { stop(): Promise<Delays> } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const took: number[] = [];
  let over = false;
  let failed = 0;
  const once = () =>
    new Promise<void>((resolve, reject) => {
      const started = performance.now();
      const request = http.get(`${url}${path}`, { agent }, (response) => {
        response.resume();
        response.on("end", () => {
          took.push(performance.now() - started);
          resolve();
        });
        response.on("error", reject);
      });
      request.on("error", reject);
    });
  const running = (async () => {
    while (!over) {
      await once().catch(() => {
        failed++;
      });
      await pause(20);
    }
  })();
  return {
    async stop() {
      over = true;
      await running;
      agent.destroy();
      const sorted = took.sort((a, b) => a - b);
      const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
      return { count: sorted.length, p99: at(0.99), longest: at(1), failed };
    },
  };
}
