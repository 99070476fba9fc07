import type { RequestHandler } from "express";

const kilobyte = 1024;
/** Answers and forms are small; only a file to import may be larger. */
export const bodyLimit = (path: string) => (/\/(import|certificates)\b/.test(path) ? 10_240 : 256) * kilobyte;

/** Refuses bodies that are too large, or whose size is not said beforehand, before a byte of them is read. */
export const guardBody: RequestHandler = (request, response, next) => {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
  const said = request.headers["content-length"];
  if (request.headers["transfer-encoding"] || !/^\d+$/.test(said ?? "")) {
    return void response.status(411).set("Connection", "close").type("txt").send("Length required\n");
  }
  if (Number(said) > bodyLimit(request.path)) {
    return void response.status(413).set("Connection", "close").type("txt").send("Too large\n");
  }
  next();
};
