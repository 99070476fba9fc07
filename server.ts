import http from "node:http";
import type { ServerBuild } from "@remix-run/node";
import express, { type RequestHandler } from "express";
import { createApp } from "#app/http/app.server.ts";
import { type Env, readEnv } from "#app/http/env.server.ts";
import { bodyProblem } from "#app/http/limits.server.ts";

function environment(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

const env = environment();
const vite =
  env.mode === "development"
    ? await import("vite").then((module) => module.createServer({ server: { middlewareMode: true } }))
    : undefined;
const built = "./build/server/index.js";
// Asked for with every request: even looking up a module that is already there costs something.
let production: Promise<ServerBuild> | undefined;
const loadBuild = (): Promise<ServerBuild> => {
  if (vite) return vite.ssrLoadModule("virtual:remix/server-build") as Promise<never>;
  production ??= import(built);
  return production;
};

const hashed = { immutable: true, maxAge: "1y" };
const assets: RequestHandler[] = vite
  ? [vite.middlewares as RequestHandler]
  : [
      express.Router().use("/assets", express.static("build/client/assets", hashed)),
      // Scripts that only server-rendered pages refer to are emitted beside the server build.
      express.Router().use("/assets", express.static("build/server/assets", hashed)),
      express.static("build/client", { maxAge: "1h", index: false }),
    ];

// The build's own instance of the application opens the database; this file only listens.
const { open, close } = (await loadBuild()).entry
  .module as unknown as typeof import("./app/entry.server.tsx");
const doors = await open();

const app = createApp(env, loadBuild, assets);
// Somebody who sends a byte now and then is let go after these times; by default Node looks only twice a minute.
// A student reads for half a minute before the next tap, which should not have to wait for a new connection.
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 1_000,
};
const server = http.createServer(patience, app);
// Only a body that will be read is asked for; the application refuses the others as usual.
server.on("checkContinue", (request, response) => {
  if (!bodyProblem(request)) response.writeContinue();
  app(request, response);
});
// We are nobody's proxy; without an answer of ours Node just hangs up.
server.on("connect", (_request, socket) => {
  socket.on("error", () => {});
  socket.end("HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n");
});
// A lecture hall opens its link at once: those who must wait a moment to be let in are not turned away.
server.listen({ port: env.port, backlog: 4096 }, () => process.stdout.write(`${doors.join("\n")}\n`));

let closing = false;
async function stop() {
  if (closing) return;
  closing = true;
  // Requests under way finish and are acknowledged; idle connections go at once, stubborn ones after ten seconds.
  setTimeout(() => server.closeAllConnections(), 10_000).unref();
  // A browser keeps its connection after the answer: swept up as soon as it is idle, not after its five seconds.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweeping);
  await close();
  await vite?.close();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
