import { expect, test } from "vitest";
import { doorTable } from "./door-table.ts";

const both = (text: string) => ({ "zh-CN": text, en: text });

test("a row a door with its link; columns for what any of them is told apart by", () => {
  const { head, rows } = doorTable(
    [
      { kind: "open", name: both("公开"), cohort: {}, expected: null, url: "https://a.example/s/aaaa2222" },
      {
        kind: "class",
        name: both("会计1班"),
        cohort: { major: both("会计"), shift: both("晚") },
        expected: 40,
        url: "https://a.example/s/bbbb3333",
      },
    ],
    "zh-CN",
  );
  expect(head).toEqual(["入口", "类型", "专业", "shift", "预计人数", "链接"]);
  expect(rows).toEqual([
    ["公开", "公开链接", "", "", "", "https://a.example/s/aaaa2222"],
    ["会计1班", "班级码", "会计", "晚", 40, "https://a.example/s/bbbb3333"],
  ]);
});
