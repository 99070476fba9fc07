import type { RequestHandler } from "express";
import { describe, expect, test } from "vitest";
import { bodyLimit, guardBody, guardShape, hasTooManyFields, mostFields } from "./limits.server.ts";
import { allowedOrigins, guardOrigin } from "./origin.server.ts";

interface Asked {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  rawHeaders?: string[];
}

/** What a guard does with a request: the status it refuses with, or "on" when it lets it pass. */
function pass(
  guard: RequestHandler,
  { method = "POST", url = "/withdraw", headers = {}, rawHeaders = [] }: Asked,
) {
  const request = { method, url, path: url.split("?")[0], headers: { ...headers }, rawHeaders };
  let outcome: number | "on" | undefined;
  const response = {
    status(code: number) {
      outcome = code;
      return response;
    },
    set: () => response,
    type: () => response,
    send: () => response,
    write: () => true,
    end: () => response,
  };
  guard(request as never, response as never, () => {
    outcome = "on";
  });
  return { outcome, headers: request.headers };
}

const home = { publicUrl: "http://localhost:3000", port: 3000 };
const open = { publicUrl: "https://survey.example.edu.cn", port: 3000 };
const at = (host: string, more: Record<string, string> = {}) => ({ headers: { host, ...more } });

describe("whose forms are taken", () => {
  const guard = guardOrigin(open);
  const from = (origin?: string, more = {}) =>
    pass(guard, at("survey.example.edu.cn", { ...(origin === undefined ? {} : { origin }), ...more }))
      .outcome;

  test("our own pages'", () => expect(from("https://survey.example.edu.cn")).toBe("on"));
  test.each([
    "https://evil.example",
    "http://survey.example.edu.cn",
    "https://survey.example.edu.cn.evil.example",
    "https://survey.example.edu.cn:8443",
    "https://SURVEY.example.edu.cn",
    "null",
    "",
    "::",
    "https://survey.example.edu.cn/",
    "https://survey.example.edu.cn, https://evil.example",
  ])("not those of %j", (origin) => expect(from(origin)).toBe(403));

  test("a browser that sends no Origin must say it is the same one", () => {
    expect(from(undefined)).toBe(403);
    expect(from(undefined, { "sec-fetch-site": "same-origin" })).toBe("on");
    for (const site of ["same-site", "cross-site", "none", ""])
      expect(from(undefined, { "sec-fetch-site": site })).toBe(403);
    expect(from("https://evil.example", { "sec-fetch-site": "same-origin" })).toBe(403);
  });

  test("whatever the method; but looking is free", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "post"])
      expect(pass(guard, { method, ...at("survey.example.edu.cn") }).outcome, method).toBe(403);
    for (const method of ["GET", "HEAD", "OPTIONS"])
      expect(pass(guard, { method, ...at("survey.example.edu.cn") }).outcome, method).toBe("on");
  });

  test("Remix's old data requests are no way in, not even to look", () => {
    const origin = "https://survey.example.edu.cn";
    for (const url of ["/studio?_data=routes/studio", "/studio?a=1&_data=x", "/?_data="])
      for (const method of ["GET", "POST"])
        expect(pass(guard, { method, url, ...at("survey.example.edu.cn", { origin }) }).outcome).toBe(403);
  });
});

describe("which host we answer to", () => {
  test("the public one, and the machine itself only while that is not https", () => {
    expect([...allowedOrigins(open)]).toEqual(["https://survey.example.edu.cn"]);
    expect(allowedOrigins(home)).toContain("http://127.0.0.1:3000");
    expect(allowedOrigins({ publicUrl: "http://10.0.0.5:8080", port: 3000 })).toContain(
      "http://localhost:3000",
    );
  });

  test.each(["evil.example", "localhost", "localhost:3001", "localhost:3000.evil.example", ""])(
    "%j is not ours",
    (host) => expect(pass(guardOrigin(home), { method: "GET", ...at(host) }).outcome).toBe(421),
  );

  test("a proxy's word for the host is not heard", () => {
    const { headers } = pass(guardOrigin(home), {
      method: "GET",
      ...at("localhost:3000", { "x-forwarded-host": "evil.example" }),
    });
    expect(headers["x-forwarded-host"]).toBeUndefined();
  });
});

describe("how much may be sent", () => {
  const send = (headers: Record<string, string>, url = "/s/demo/words") =>
    pass(guardBody, { url, headers }).outcome;
  test("answers, up to a quarter of a megabyte", () => {
    expect(send({ "content-length": "0" })).toBe("on");
    expect(send({ "content-length": String(bodyLimit("/s/demo")) })).toBe("on");
    expect(send({ "content-length": String(bodyLimit("/s/demo") + 1) })).toBe(413);
    expect(send({ "content-length": "60000000" })).toBe(413);
  });
  test("nothing whose size is not said beforehand", () => {
    expect(send({})).toBe(411);
    expect(send({ "transfer-encoding": "chunked" })).toBe(411);
    expect(send({ "transfer-encoding": "chunked", "content-length": "5" })).toBe(411);
  });
  test("a size that is no number", () => {
    for (const size of ["x", "-1", "1e9x", "NaN"]) expect(send({ "content-length": size })).not.toBe("on");
  });
  test("looking needs no body and brings none", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      const look = (headers: Record<string, string>) => pass(guardBody, { method, headers }).outcome;
      expect(look({})).toBe("on");
      expect(look({ "content-length": "0" })).toBe("on");
      expect(look({ "content-length": "60000000" })).toBe(400);
      expect(look({ "transfer-encoding": "chunked" })).toBe(400);
    }
  });

  const urlencoded = "application/x-www-form-urlencoded";
  const multipart = "multipart/form-data; boundary=x";
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
  test("no more fields than a form of ours could have, counted without taking them apart", () => {
    expect(hasTooManyFields("", urlencoded)).toBe(false);
    expect(hasTooManyFields("a&".repeat(mostFields), urlencoded)).toBe(false);
    expect(hasTooManyFields("a&".repeat(mostFields + 1), urlencoded)).toBe(true);
    expect(hasTooManyFields(Buffer.from("a=1&".repeat(65_536)), urlencoded)).toBe(true);
    expect(hasTooManyFields(Buffer.from(part.repeat(mostFields)), multipart)).toBe(false);
    expect(hasTooManyFields(Buffer.from(part.repeat(mostFields + 1)), multipart)).toBe(true);
    // A file's own ampersands are no fields.
    expect(hasTooManyFields(Buffer.from(`${part}${"&".repeat(9999)}`), multipart)).toBe(false);
  });
});

describe("what no browser sends", () => {
  const look = (url: string, method = "GET") => pass(guardShape, { method, url }).outcome;
  test("an address that is none of ours to begin with", () => {
    for (const url of ["http://evil.example/s/demo", "http://localhost:3000/s/demo", "*", "evil.example:443"])
      expect(look(url), url).toBe(400);
    expect(look("/s/demo")).toBe("on");
  });
  test("addresses beyond all measure", () => {
    expect(look(`/s/${"a".repeat(5000)}`)).toBe(414);
    expect(look("/".repeat(5000))).toBe(414);
    expect(look(`/studio?${"a&".repeat(5000)}`)).toBe(414);
    expect(look(`/studio/demo/results?${"BG03=53&".repeat(200)}`)).toBe("on");
  });
  test("methods that Remix cannot even name", () => {
    expect(look("/s/demo", "TRACE")).toBe(405);
    for (const method of ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PROPFIND"])
      expect(look("/s/demo", method)).toBe("on");
  });
  test("two hosts at once", () => {
    const hosts = (...rawHeaders: string[]) => pass(guardShape, { method: "GET", rawHeaders }).outcome;
    expect(hosts("Host", "a", "Accept", "b")).toBe("on");
    expect(hosts("Host", "a", "hOsT", "b")).toBe(400);
  });
});
