import { execFileSync, spawnSync } from "node:child_process";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gzipPage } from "./gzip-page.server.ts";

const styles = "main{margin:0 auto;max-width:40rem}".repeat(200);
const page = (title: string, rest: string, css = styles) =>
  Buffer.from(`<!DOCTYPE html><html lang="zh-CN"><title>${title}</title><style>${css}</style>${rest}`);

describe("a page packed in two parts is one gzip file", () => {
  test("for Node, whatever stands in it, again and again", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme", maxLength: 3000 }),
        (title, rest) => {
          const whole = page(title, rest);
          expect(gunzipSync(gzipPage(whole)).equals(whole)).toBe(true);
          expect(gunzipSync(gzipPage(whole)).equals(whole)).toBe(true);
        },
      ),
    );
  });

  // Node checks them too; this is another program's opinion, where there is one.
  const hasGzip = spawnSync("gzip", ["--version"]).error === undefined;
  test.skipIf(!hasGzip)("for gzip itself, which checks length and sum", () => {
    const whole = page("第 2 页", "您的回答".repeat(2000));
    expect(execFileSync("gzip", ["-dc"], { input: gzipPage(whole) }).equals(whole)).toBe(true);
  });

  test("two pages that begin alike are not mistaken for one another", () => {
    const [one, other] = [page("A", "x"), page("A", "x", `${styles} `)];
    for (const whole of [one, other, one]) expect(gunzipSync(gzipPage(whole)).equals(whole)).toBe(true);
  });

  test("without a stylesheet, and with nothing after it", () => {
    for (const whole of [Buffer.from("plain"), Buffer.alloc(0), page("A", "")])
      expect(gunzipSync(gzipPage(whole)).equals(whole)).toBe(true);
  });
});
