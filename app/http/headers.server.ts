import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import { contentPolicy } from "./content-policy.server.ts";
import type { Env } from "./env.server.ts";

/**
 * Security headers on every response. Scripts and styles come from our own files or carry the response's nonce;
 * nothing inline, nothing from elsewhere.
 */
export function securityHeaders(env: Pick<Env, "mode" | "publicUrl">): RequestHandler[] {
  const nonced = { script: "'nonce-NONCE'" };
  const policy = contentPolicy(nonced, env.mode === "development");
  // The studio goes from page to page without new documents: all of them must be able to show a survey's preview.
  const studioPolicy = contentPolicy(nonced, env.mode === "development", "show");
  return [
    (request, response, next) => {
      // 122 random bits from Node's own pool: much cheaper than asking the system for every request.
      const nonce = randomUUID();
      response.locals.nonce = nonce;
      const isStudio = /^\/studio(?:[/.]|$)/.test(request.path);
      response.set("Content-Security-Policy", (isStudio ? studioPolicy : policy).replace("NONCE", nonce));
      // Remix's adapter adds headers to those that are there; a document with a policy of its own must replace ours.
      const append = response.append.bind(response);
      response.append = (name, value) =>
        /^content-security-policy$/i.test(name) ? response.set(name, value) : append(name, value);
      // What members of a study see stays in no cache, neither on a shared computer nor on the way.
      if (isStudio) response.set("Cache-Control", "no-store");
      next();
    },
    helmet({
      contentSecurityPolicy: false,
      // `no-referrer` would make browsers send `Origin: null` with forms, and every answer would be refused.
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: env.publicUrl.startsWith("https:") && { maxAge: 31_536_000 },
      crossOriginEmbedderPolicy: false,
      xXssProtection: false,
    }) as RequestHandler,
  ];
}
