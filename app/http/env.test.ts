import { describe, expect, test } from "vitest";
import { readEnv } from "./env.server.ts";

test("nothing set: a demo on this machine", () => {
  expect(readEnv({})).toEqual({
    mode: "production",
    port: 3000,
    databaseUrl: "data/tributary.db",
    publicUrl: "http://localhost:3000",
    sessionSecret: undefined,
    trustedProxyHops: 0,
    mail: undefined,
    mailPerMinute: 30,
  });
});

test("an empty variable is an unset one, and other programs' variables are nobody's business", () => {
  expect(readEnv({ PORT: "", PUBLIC_URL: "", DATABASE_URL: "", HOME: "/root" })).toEqual(readEnv({}));
});

test("everything set", () => {
  const secret = "s".repeat(32);
  expect(
    readEnv({
      NODE_ENV: "test",
      PORT: "8080",
      DATABASE_URL: "postgres://u:p@db/tributary",
      PUBLIC_URL: "https://survey.example.edu.cn//",
      SESSION_SECRET: secret,
      TRUSTED_PROXY_HOPS: "2",
    }),
  ).toEqual({
    mode: "test",
    port: 8080,
    databaseUrl: "postgres://u:p@db/tributary",
    publicUrl: "https://survey.example.edu.cn",
    sessionSecret: secret,
    trustedProxyHops: 2,
    mail: undefined,
    mailPerMinute: 30,
  });
});

test("the address follows the port when nobody says otherwise", () => {
  expect(readEnv({ PORT: "4000" }).publicUrl).toBe("http://localhost:4000");
});

describe("a bad value is named, with what it should be", () => {
  test.each([
    [{ PORT: "eighty" }, /PORT: expected a port number, 1 to 65535/],
    [{ PORT: "0" }, /PORT: expected a port number, 1 to 65535/],
    [{ PORT: "65536" }, /PORT: expected a port number, 1 to 65535/],
    [{ PORT: "3000.5" }, /PORT: expected a port number, 1 to 65535/],
    [{ DATABASE_URL: "mysql://localhost/x" }, /DATABASE_URL: expected .*SQLite.*postgres/],
    [{ PUBLIC_URL: "survey.example.edu.cn" }, /PUBLIC_URL: expected .*https:\/\//],
    [{ PUBLIC_URL: "ftp://survey.example.edu.cn" }, /PUBLIC_URL: expected .*https:\/\//],
    [{ SESSION_SECRET: "short" }, /SESSION_SECRET: expected at least 32/],
    [{ PUBLIC_URL: "https://survey.example.edu.cn" }, /SESSION_SECRET: expected .*required/],
    [{ TRUSTED_PROXY_HOPS: "many" }, /TRUSTED_PROXY_HOPS: expected .*proxies/],
    [{ TRUSTED_PROXY_HOPS: "-1" }, /TRUSTED_PROXY_HOPS: .*0/],
    [{ NODE_ENV: "staging" }, /NODE_ENV: .*development.*production/],
  ])("%o", (variables, message) => expect(() => readEnv(variables as never)).toThrow(message));

  test("all of them at once, and never the value of a secret", () => {
    const read = () => readEnv({ PORT: "x", SESSION_SECRET: "hush", TRUSTED_PROXY_HOPS: "y" });
    expect(read).toThrow(/PORT.*SESSION_SECRET.*TRUSTED_PROXY_HOPS/s);
    expect(read).not.toThrow(/hush/);
  });
});
