import { once } from "node:events";
import type http from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shortCut } from "./short-cut.server.ts";

interface Call {
  request: Request;
  params: Record<string, string | undefined>;
}
const calls: { which: string; url: string; params: Call["params"]; body: string; cookie: string | null }[] =
  [];
const route = (which: string, answer: () => Response) => {
  const call = async ({ request, params }: Call) => {
    const cookie = request.headers.get("Cookie");
    calls.push({ which, url: request.url, params, body: await request.text(), cookie });
    return answer();
  };
  return { module: { loader: call, action: call } };
};
const withCookies = () => {
  const headers = new Headers({ "X-Said": "yes" });
  headers.append("Set-Cookie", "a=1");
  headers.append("Set-Cookie", "b=2");
  return new Response("shown", { status: 400, headers });
};
const build = {
  routes: {
    "routes/s.$slug": route("door", withCookies),
    "routes/s.$slug_.$page": route("page", () => {
      throw new Response(null, { status: 303, headers: { Location: "/s/demo/next" } });
    }),
    "routes/s.$slug_.catalogue": route("catalogue", () => new Response("never through the short cut")),
    "routes/broken": {},
  },
};

let server: http.Server;
let base: string;
beforeAll(async () => {
  const app = express();
  app.use(shortCut(async () => build as never));
  app.use((_request, response) => void response.status(299).send("Remix"));
  server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${base}${path}`, { redirect: "manual", ...init });

test("a student's page is answered by its own loader, with every header it set", async () => {
  const answer = await ask("/s/demo?lang=en", { headers: { Cookie: "draft=x" } });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toBe("shown");
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(answer.headers.get("X-Said")).toBe("yes");
  expect(calls.at(-1)).toMatchObject({
    which: "door",
    url: `${base}/s/demo?lang=en`,
    params: { slug: "demo" },
    cookie: "draft=x",
  });
});

test("a form arrives as it was sent, and a thrown answer is an answer", async () => {
  const answer = await ask("/s/demo/about", { method: "POST", body: "SCR01=none&OPS01=%E5%A5%BD" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Location")).toBe("/s/demo/next");
  expect(calls.at(-1)).toMatchObject({
    which: "page",
    params: { slug: "demo", page: "about" },
    body: "SCR01=none&OPS01=%E5%A5%BD",
  });
});

test.each([
  ["a page with a route of its own", "/s/demo/catalogue?q=x", "GET"],
  ["deeper addresses", "/s/demo/about/more", "GET"],
  ["single fetch", "/s/demo.data", "GET"],
  ["other doors", "/studio", "GET"],
  ["other methods", "/s/demo", "DELETE"],
  ["what no door is called", "/s/%E4%B8%AD", "GET"],
])("Remix answers %s", async (_, path, method) => {
  const before = calls.length;
  expect((await ask(path, { method })).status).toBe(299);
  expect(calls.length).toBe(before);
});
