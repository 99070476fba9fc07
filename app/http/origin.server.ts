import type { RequestHandler } from "express";
import type { Env } from "./env.server.ts";

/** Where this server may be reached: the public address, and the machine itself while that is not https. */
export function allowedOrigins(env: Pick<Env, "publicUrl" | "port">): Set<string> {
  const origins = new Set([new URL(env.publicUrl).origin]);
  if (!env.publicUrl.startsWith("https:")) {
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) origins.add(`http://${host}:${env.port}`);
  }
  return origins;
}

/** A mail program unsubscribes by one click from wherever it is (RFC 8058); no cookie is involved, the link is the right. */
const oneClick = /^\/i\/[\w-]{22}\/unsubscribe$/;

/**
 * Refuses requests for hosts that are not ours, and every change that does not come from one of our own pages:
 * one place, before any route, because Remix checks neither `?_data=` requests nor resource routes.
 */
export function guardOrigin(env: Pick<Env, "publicUrl" | "port">): RequestHandler {
  const origins = allowedOrigins(env);
  const hosts = new Set([...origins].map((origin) => new URL(origin).host));
  const publicHost = new URL(env.publicUrl).host;
  return (request, response, next) => {
    delete request.headers["x-forwarded-host"];
    if (!hosts.has(request.headers.host ?? ""))
      return void response.status(421).type("txt").send("Misdirected request\n");
    if (/[?&]_data=/.test(request.url)) return void response.status(403).type("txt").send("Forbidden\n");
    if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
    if (request.method === "POST" && oneClick.test(request.path)) {
      // What the mail program says of itself is nothing to compare with.
      delete request.headers.origin;
      request.headers.host = publicHost;
      return next();
    }
    const { origin } = request.headers;
    const ours =
      origin === undefined ? request.headers["sec-fetch-site"] === "same-origin" : origins.has(origin);
    if (!ours)
      return void response
        .status(403)
        .type("txt")
        .send("Forbidden: this form was not sent from our own page.\n");
    // Remix compares Origin with Host again and would stumble over an alias of the same server.
    request.headers.host = origin ? new URL(origin).host : publicHost;
    next();
  };
}
