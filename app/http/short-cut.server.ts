import type { ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import { gzipPage } from "./gzip-page.server.ts";

/**
 * Students' pages are Remix routes like all others, but plain documents: no nesting, no hydration. The short cut
 * calls the same loader and action without Remix's matching and response plumbing, which costs more than the page
 * itself (docs/decisions/short-cut.md). Taking it out changes nothing but speed.
 */
export function shortCut(loadBuild: () => Promise<ServerBuild>): RequestHandler {
  return async (request, response, next) => {
    const match = /^\/s\/([\w-]{1,64})(?:\/([\w-]{1,64}))?$/.exec(request.path);
    if (!match || !["GET", "POST"].includes(request.method)) return next();
    try {
      const build = await loadBuild();
      // A route of its own, such as the catalogue, comes before "any page", as in Remix's matching.
      if (match[2] && build.routes[`routes/s.$slug_.${match[2]}`]) return next();
      const id = match[2] ? "routes/s.$slug_.$page" : "routes/s.$slug";
      const route = build.routes[id]?.module;
      const call = request.method === "GET" ? route?.loader : route?.action;
      if (!call) return next();
      const args = {
        request: await toFetch(request),
        params: { slug: match[1], page: match[2] },
        context: { nonce: response.locals.nonce, address: request.ip },
      };
      const answer = await Promise.resolve(call(args as never)).catch((thrown: unknown) => {
        if (thrown instanceof Response) return thrown;
        throw thrown;
      });
      await send(answer as Response, request, response);
    } catch (error) {
      next(error);
    }
  };
}

async function toFetch(request: ExpressRequest): Promise<Request> {
  const url = `${request.protocol}://${request.headers.host}${request.originalUrl}`;
  const headers = new Headers();
  for (const name of ["cookie", "accept-language", "content-type", "accept"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  if (request.method === "GET") return new Request(url, { headers });
  return new Request(url, { method: "POST", headers, body: await bodyOf(request) });
}

/** All of a body whose size has been checked; iterating over the stream would cost as much as reading the form. */
const bodyOf = (request: ExpressRequest) =>
  new Promise<Buffer<ArrayBuffer>>((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => request.complete || reject(new Error("The sender went away.")));
  });

async function send(answer: Response, request: ExpressRequest, response: ExpressResponse): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") response.append(name, value);
    else response.setHeader(name, value);
  }
  if (answer.body === null) return void response.end();
  const body = Buffer.from(await answer.arrayBuffer());
  response.vary("Accept-Encoding");
  if (body.length < 1400 || !request.acceptsEncodings("gzip")) return void response.end(body);
  // A page takes a tenth of a millisecond; handing it to the thread pool as a stream takes three times the CPU.
  response.setHeader("Content-Encoding", "gzip");
  response.end(gzipPage(body));
}
