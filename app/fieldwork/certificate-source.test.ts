import { expect, test } from "vitest";
import { sourceIn } from "./certificate-source.ts";

test("a source in two lines is Chinese, then English", () => {
  expect(sourceIn("公告附件\r\nAnnex of the notice", "zh-CN")).toBe("公告附件");
  expect(sourceIn("公告附件\nAnnex of the notice", "en")).toBe("Annex of the notice");
});

test.each(["教育部公告", "one\ntwo\nthree", "只有一行\n"])("any other stays as it is: %j", (source) => {
  expect(sourceIn(source, "en")).toBe(source);
  expect(sourceIn(source, "zh-CN")).toContain(source.trim());
});
