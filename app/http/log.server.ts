import type { RequestHandler } from "express";

// Written a few times a second: a write to the log for every request would cost as much as answering it.
let lines = "";
function write() {
  process.stdout.write(lines);
  lines = "";
}
process.once("exit", write);

/** What makes a link personal appears in no log. */
export const loggedPath = (path: string) => path.replace(/^\/(?:i|%[46]9)\/.*/is, "/i/*");

/**
 * A moment as the log tells it: to the minute. An answer is kept with how long each page took, to a tenth of a second;
 * beside exact times the one would betray when the other was sent.
 */
export const loggedTime = (now: Date) => now.toISOString().replace(/:\d\d\.\d{3}Z$/, "Z");

/**
 * One line of JSON per request: what was asked and how it went, never who asked (no address, agent, cookie or query)
 * and never a body. In a terminal only failures are printed, so that the doors stay readable.
 */
export const logRequests: RequestHandler = (request, response, next) => {
  const started = performance.now();
  const quiet = process.stdout.isTTY === true;
  response.on("finish", () => {
    if (quiet && response.statusCode < 500) return;
    const line = {
      time: loggedTime(new Date()),
      method: request.method,
      path: loggedPath(request.path),
      status: response.statusCode,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    if (lines === "") setTimeout(write, 200);
    lines += `${JSON.stringify(line)}\n`;
  });
  next();
};
