import { describe, expect, test } from "vitest";
import { cookie, languageOf, readCookie, rememberLanguage } from "./cookies.server.ts";

const asking = (cookies: string, url = "http://localhost:3000/s/demo", wishes = "") =>
  new Request(url, { headers: { Cookie: cookies, "Accept-Language": wishes } });

describe("reading a cookie", () => {
  test.each([
    ["draft=abc", "abc"],
    ["lang=en; draft=abc", "abc"],
    ["lang=en;draft=abc;", "abc"],
    [" draft = abc ", "abc"],
    ["draft=%E4%B8%AD", "中"],
    ["draft=a=b", "a=b"],
    ["draft=", ""],
    ["draft=first; draft=second", "first"],
  ])("%j holds it", (cookies, value) => expect(readCookie(asking(cookies), "draft")).toBe(value));

  test.each(["", "xdraft=abc", "draft", "=abc", ";;;", "draftx=abc", "Draft=abc"])("%j does not", (cookies) =>
    expect(readCookie(asking(cookies), "draft")).toBeUndefined(),
  );

  test.each(["draft=%", "draft=%E0%A4%A", "draft=%zz"])("%j is none of ours, and no error", (cookies) =>
    expect(readCookie(asking(cookies), "draft")).toBeUndefined(),
  );
});

describe("setting one", () => {
  test("out of scripts' reach, and not sent along from other sites", () => {
    expect(cookie("draft", "abc", "/s/demo", 60)).toBe(
      "draft=abc; Path=/s/demo; Max-Age=60; HttpOnly; SameSite=Lax",
    );
  });
  test("an empty value deletes it", () => expect(cookie("draft", "", "/s/demo", 60)).toContain("Max-Age=0"));
  test("a value cannot add to the header", () => {
    expect(cookie("lang", "en; Domain=evil\r\nX-Evil: 1", "/", 1)).not.toMatch(/Domain=|[\r\n]/);
  });
});

describe("the language to answer in", () => {
  const at = (query: string, cookies = "", wishes = "") =>
    asking(cookies, `http://localhost:3000/s/demo${query}`, wishes);
  test("what is asked for now, then what was chosen before, then what the browser wishes, else Chinese", () => {
    expect(languageOf(at("?lang=en", "lang=zh-CN", "zh"))).toBe("en");
    expect(languageOf(at("", "lang=zh-CN", "en"))).toBe("zh-CN");
    expect(languageOf(at("", "", "en-GB,en;q=0.9"))).toBe("en");
    expect(languageOf(at("", "", "fr"))).toBe("zh-CN");
    expect(languageOf(at(""))).toBe("zh-CN");
  });
  test("what is no language of ours is no wish", () => {
    expect(languageOf(at("?lang=__proto__", "lang=constructor", "zh"))).toBe("zh-CN");
    expect(rememberLanguage(at("?lang=%0d%0aX"))).toBeUndefined();
    expect(rememberLanguage(at(""))).toBeUndefined();
    expect(rememberLanguage(at("?lang=en"))).toContain("lang=en");
  });
});
