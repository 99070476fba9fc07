import { describe, expect, test } from "vitest";
import { localTarget, signInPath } from "./local-target.ts";

describe("where a sign-in may lead", () => {
  test.each([
    "/studio",
    "/studio/account",
    "/studio/demo/results?BG01=hvc&compare=BG09",
    "/studio/demo/exports/responses.csv?labels=zh-CN",
    "/studio/demo/voices?q=%E6%9C%88%E8%80%83",
  ])("%s is a page of the studio", (wanted) => expect(localTarget(wanted)).toBe(wanted));

  test.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%09/evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "https://evil.example/studio",
    "https:evil.example",
    "/studio.evil.example",
    "/studio@evil.example",
    "/studio//evil.example",
    "/studio/../s/demo",
    "/studio/.hidden",
    "/studio/%2e%2e/x",
    "/studio\n//evil.example",
    "/studio?to=//evil.example",
    "/studio#//evil",
    "/s/demo",
    "/studio/sign-out",
    "/studio/sign-in?to=/studio",
    "",
    " /studio/account",
    undefined,
    ["/studio/account"],
  ])("%j is not, and leads to the start", (wanted) => expect(localTarget(wanted)).toBe("/studio"));
});

test("the sign-in page remembers the page that was asked for, not the language", () => {
  expect(signInPath("http://localhost:3000/studio/demo/results?BG01=hvc&lang=en")).toBe(
    "/studio/sign-in?to=%2Fstudio%2Fdemo%2Fresults%3FBG01%3Dhvc",
  );
  expect(signInPath("http://localhost:3000/studio?lang=en")).toBe("/studio/sign-in");
  expect(signInPath("http://localhost:3000/studio//evil.example")).toBe("/studio/sign-in");
});
