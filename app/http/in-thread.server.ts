import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

const { resolve } = createRequire(import.meta.url);

/**
 * Runs a file of this folder in a thread of its own, so that nobody who answers meanwhile has to wait.
 * Found by name: built code lies elsewhere than its sources, and a thread starts from a file.
 *
 * @param file such as "draw-release-worker"; it finds `data` as its `workerData`
 * @returns everything it posted, in order, once it has ended by itself
 * @throws what the thread threw
 */
export function inThread<T>(file: string, data: unknown): Promise<T[]> {
  return new Promise((settle, reject) => {
    const posted: T[] = [];
    const thread = new Worker(resolve(`#app/http/${file}.server.ts`), { workerData: data, execArgv: [] });
    // A server that is asked to stop does not wait for drawings.
    thread.unref();
    thread.on("message", (one: T) => posted.push(one));
    thread.on("error", reject);
    thread.on("exit", (code) =>
      code === 0 ? settle(posted) : reject(new Error(`${file} ended with ${code}`)),
    );
  });
}

/** A queue of work: however many ask, one piece runs at a time. One that fails does not hold up the next. */
export function oneByOne(): <T>(start: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (start) => {
    const running = last.then(start);
    last = running.catch(() => undefined);
    return running;
  };
}
