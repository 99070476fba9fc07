import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Env } from "./env.server.ts";

/**
 * Security headers on every response. Scripts and styles come from our own files or carry the response's nonce;
 * nothing inline, nothing from elsewhere.
 */
export function securityHeaders(env: Pick<Env, "mode" | "publicUrl">): RequestHandler[] {
  const development = env.mode === "development";
  const nonce = (_request: unknown, response: unknown) =>
    `'nonce-${(response as { locals: { nonce: string } }).locals.nonce}'`;
  const own = "'self'";
  return [
    (request, response, next) => {
      response.locals.nonce = randomBytes(16).toString("base64");
      // What members of a study see stays in no cache, neither on a shared computer nor on the way.
      if (/^\/studio(?:[/.]|$)/.test(request.path)) response.set("Cache-Control", "no-store");
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'none'"],
          "script-src": [own, nonce],
          // Vite's development server injects styles as it compiles them.
          "style-src": development ? [own, "'unsafe-inline'"] : [own],
          "img-src": [own, "data:"],
          "connect-src": development ? [own, "ws:"] : [own],
          "manifest-src": [own],
          "worker-src": [own],
          "form-action": [own],
          "base-uri": ["'none'"],
          "frame-ancestors": ["'none'"],
        },
      },
      // `no-referrer` would make browsers send `Origin: null` with forms, and every answer would be refused.
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: env.publicUrl.startsWith("https:") && { maxAge: 31_536_000 },
      crossOriginEmbedderPolicy: false,
      xXssProtection: false,
    }) as RequestHandler,
  ];
}
