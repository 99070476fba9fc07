import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Env } from "./env.server.ts";
import { securityHeaders } from "./headers.server.ts";
import { guardBody, guardShape } from "./limits.server.ts";
import { logRequests } from "./log.server.ts";
import { guardOrigin } from "./origin.server.ts";
import { shortCut } from "./short-cut.server.ts";

/**
 * The edge: what every request passes before any route sees it, then the student's short cut, then Remix.
 * @param loadBuild the current server build; in development it changes with the sources
 * @param assets serves built files, or Vite's development middleware
 */
export function createApp(
  env: Env,
  loadBuild: () => Promise<ServerBuild>,
  assets: RequestHandler[],
): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.trustedProxyHops);
  app.use(logRequests);
  app.use(securityHeaders(env));
  app.use(guardShape);
  // Before the origin is judged: a refusal for that reason would leave the connection open and read the body to its end.
  app.use(guardBody);
  app.use(guardOrigin(env));
  app.get("/healthz", (_request, response) => void response.type("txt").send("ok\n"));
  // Before anything that looks for files or wraps the response: a class of sixty arrives within two minutes.
  app.use(shortCut(loadBuild));
  // Compressing costs more than it saves below a packet's size; level 4 is within 3 % of level 6 for half the time.
  app.use(compression({ level: 4, threshold: 1400 }));
  for (const asset of assets) app.use(asset);
  app.all(
    "*",
    createRequestHandler({
      build: loadBuild as () => Promise<ServerBuild>,
      getLoadContext: (request, response) => ({ nonce: response.locals.nonce, address: request.ip }),
      mode: env.mode,
    }),
  );
  const refuse: express.ErrorRequestHandler = (error, request, response, _next) => {
    // Whoever went away in the middle of a sentence hears nothing, and it is no error of ours.
    if (request.destroyed && !request.complete) return;
    const status = typeof error?.status === "number" && error.status < 500 ? error.status : 500;
    if (status === 500) process.stderr.write(`${error?.stack ?? error}\n`);
    if (!response.headersSent)
      response
        .status(status)
        .type("txt")
        .send(status === 500 ? "Server error\n" : "Bad request\n");
  };
  app.use(refuse);
  return app;
}
