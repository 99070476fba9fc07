import { describe, expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

describe("taking markup out", () => {
  test.each([
    ["Plain & simple, 3 < 4 > 2", "Plain & simple, 3 < 4 > 2", false],
    ["Younger than <18 or <name>?", "Younger than <18 or <name>?", false],
    ["<p>One</p><p>two&nbsp;three</p>", "One\ntwo three", false],
    ["a<br>b<br/>c", "a\nb\nc", false],
    ["Very <b>bold</b> &amp; <span style='color:red'>red</span>", "Very bold & red", true],
    ["<ul><li>one</li><li>two</li></ul>", "one\ntwo", true],
    ["<style>p{}</style>text", "text", true],
    ["&lt;b&gt;", "<b>", false],
    ["<b", "<b", false],
  ])("%s", (raw, text, changed) => expect(plainText(raw)).toMatchObject({ text, changed }));

  test("says what pictures and scripts there were", () => {
    expect(plainText("<img src='a.png' onload='x()'> <iframe src='//b'>hidden</iframe>")).toEqual({
      text: "",
      changed: true,
      media: ["a.png", "//b"],
      script: true,
    });
    expect(plainText("<a href=' javascript:x()'>here</a>")).toMatchObject({ text: "here", script: true });
    expect(plainText("<script>alert(1)</script>")).toMatchObject({ text: "", script: true });
  });

  test("ends quickly on what would never end", () => {
    const from = performance.now();
    plainText("<b>".repeat(500_000));
    plainText("&".repeat(1_000_000));
    plainText("<".repeat(1_000_000));
    expect(performance.now() - from).toBeLessThan(1500);
  });
});
