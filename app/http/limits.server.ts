import type { IncomingMessage } from "node:http";
import type { RequestHandler, Response } from "express";

const kilobyte = 1024;
/** Files to import, and pictures sent with the form of the editor. */
const forFiles = /\/(import|certificates)\b|^\/studio\/[^/]+\/instruments\/[^/]+$/;
/** Answers and forms are small; only what brings a file may be larger. */
export const bodyLimit = (path: string) => (forFiles.test(path) ? 10_240 : 256) * kilobyte;

/** More than any form of ours has: the longest page asks forty questions. */
export const mostFields = 2000;
/** Matching a path takes time with the square of its slashes; ours have at most a hundred characters. */
const longestPath = 1024;
const longestUrl = 8192;

/** What is left unread would otherwise be read and thrown away: the connection goes with the refusal. */
const refuse = (response: Response, status: number, why: string) =>
  void response.status(status).set("Connection", "close").type("txt").send(`${why}\n`);

/** Hanging up on somebody who is still sending makes their system throw our answer away: first they may read it. */
const lingerMs = 500;

/** Refuses what no browser sends and what no route could make sense of, before anything looks at it. */
export const guardShape: RequestHandler = (request, response, next) => {
  if (!request.url.startsWith("/")) return refuse(response, 400, "Bad request");
  if (request.method === "TRACE") return refuse(response, 405, "Method not allowed");
  if (request.path.length > longestPath || request.url.length > longestUrl)
    return refuse(response, 414, "Address too long");
  // Node keeps the first of several; whatever stands before us may have believed another.
  if (namesTwoHosts(request)) return refuse(response, 400, "Bad request");
  next();
};

function namesTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === "host") hosts++;
  return hosts > 1;
}

/** Refuses bodies that are too large, or whose size is not said beforehand, before a byte of them is read. */
export const guardBody: RequestHandler = (request, response, next) => {
  const [status, why] = bodyProblem(request) ?? [];
  if (!status || !why) return next();
  // Of a coding it does not know Node's parser despairs at once; nobody would get to read anything.
  if (/^(?!chunked$)./i.test(request.headers["transfer-encoding"] ?? ""))
    return refuse(response, status, why);
  const answer = `${why}\n`;
  response
    .status(status)
    .set({ Connection: "close", "Content-Length": String(answer.length) })
    .type("txt");
  response.write(answer);
  setTimeout(() => response.end(), lingerMs);
};

/** Why a body is not read, judging by the headers alone; undefined when it may come. */
export function bodyProblem({ method = "", headers, url = "" }: IncomingMessage) {
  const said = headers["content-length"];
  if (["GET", "HEAD", "OPTIONS"].includes(method)) {
    const isEmpty = !headers["transfer-encoding"] && /^0*$/.test(said ?? "");
    return isEmpty ? undefined : ([400, "Bad request"] as const);
  }
  if (headers["transfer-encoding"] || !/^\d+$/.test(said ?? "")) return [411, "Length required"] as const;
  const [path = ""] = url.split("?");
  return Number(said) > bodyLimit(path) ? ([413, "Too large"] as const) : undefined;
}

/**
 * Whether a form says more than any of ours would. A quarter of a megabyte holds 130,000 fields, and taking them apart
 * would hold up everybody else for a quarter of a second: they are counted first.
 * @param type the form's Content-Type
 */
export function hasTooManyFields(body: string | Buffer, type: string): boolean {
  const boundary = /^multipart\/.*boundary="?([^";]+)/i.exec(type)?.[1];
  const separator = boundary ? `--${boundary}` : "&";
  for (let count = 0, at = 0; count <= mostFields; count++) {
    at = body.indexOf(separator, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
