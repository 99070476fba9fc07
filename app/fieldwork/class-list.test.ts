import { describe, expect, test } from "vitest";
import { readClassList } from "./class-list.ts";
import { readCohort } from "./cohort.ts";
import { decodeTable } from "./decode-table.ts";

const both = (zh: string, en = zh) => ({ "zh-CN": zh, en });

describe("a list of classes", () => {
  test("as Excel pastes it, with Chinese headings", () => {
    const list = readClassList(
      "学院\t班级\t人数\t校区\r\n会计学院\t会计2401班\t44\t东校区\r\n\r\n会计学院\t会计2402班\t8人\t\r\n",
    );
    expect(list).toEqual({
      ignored: [],
      rows: [
        {
          line: 2,
          name: both("会计2401班"),
          size: 44,
          cohort: { college: both("会计学院"), class: both("会计2401班"), campus: both("东校区") },
          problems: [],
        },
        {
          line: 4,
          name: both("会计2402班"),
          size: 8,
          cohort: { college: both("会计学院"), class: both("会计2402班") },
          problems: [],
        },
      ],
    });
  });

  test("with English beside the Chinese, free variables, and columns nobody knows left aside", () => {
    const list = readClassList(
      'class,class_en,size,college,学院（英文）,shift,辅导员\n"物流,2501",Logistics 2501,38,物流学院,Logistics,day,李\n',
    );
    expect(list.ignored).toEqual(["辅导员"]);
    expect(list.rows[0]).toMatchObject({
      name: both("物流,2501", "Logistics 2501"),
      size: 38,
      cohort: { college: both("物流学院", "Logistics"), shift: both("day") },
      problems: [],
    });
  });

  test("each row says what is wrong with it", () => {
    const long = "长".repeat(121);
    const { rows } = readClassList(
      `班级，人数\n甲，０３２\n甲，5\n，7\n乙，0\n丙，很多\n丁，-3\n戊，\n${long}，9`,
    );
    expect(rows.map(({ line, size, problems }) => [line, size, problems])).toEqual([
      [2, 32, []],
      [3, 5, ["duplicate"]],
      [4, 7, ["missing-class"]],
      [5, 0, ["bad-size"]],
      [6, undefined, ["bad-size"]],
      [7, undefined, ["bad-size"]],
      [8, undefined, []],
      [9, 9, ["too-long"]],
    ]);
  });

  test("the same class name in two colleges is two classes", () => {
    const { rows } = readClassList("college,class\nA,1\nB,1\nA,1");
    expect(rows.map((row) => row.problems)).toEqual([[], [], ["duplicate"]]);
  });

  test("what cannot be a list says so", () => {
    expect(readClassList("").problem).toEqual({ problem: "no-class-column" });
    expect(readClassList("学院,人数\nA,3").problem).toEqual({ problem: "no-class-column" });
    expect(readClassList('班级,人数\n"甲,3').problem).toEqual({ problem: "broken-file", line: 2 });
    expect(readClassList(`class,${"abcdefgh".split("").join(",")}\n1`).problem?.problem).toBe(
      "too-many-columns",
    );
    expect(readClassList(`class\n${"x\n".repeat(5001)}`).problem?.problem).toBe("too-many-rows");
    // Ten megabytes in one cell are no list either, and are not read to their end to find out.
    expect(readClassList(`class\n"${"x".repeat(10_000_000)}`).problem).toEqual({ problem: "too-many-rows" });
  });

  test("what every object has by itself is no variable", () => {
    const { rows, ignored } = readClassList("class,constructor,__proto__\n1,x,y");
    expect(rows[0]?.cohort).toEqual({ class: both("1") });
    expect(ignored).toEqual(["constructor", "__proto__"]);
  });
});

describe("bytes of a table", () => {
  // `printf '班级,人数' | iconv -t gbk | xxd -p`
  test("GBK", () => expect(decodeTable(Buffer.from("b0e0bcb62cc8cbcafd", "hex"))).toBe("班级,人数"));
  test("UTF-8, with and without a mark", () => {
    expect(decodeTable(Buffer.from("班级,人数"))).toBe("班级,人数");
    expect(decodeTable(Buffer.from("\ufeff班级"))).toBe("班级");
  });
  test("UTF-16 as Excel saves Unicode text", () =>
    expect(decodeTable(Buffer.from("\ufeff班级\t人数", "utf16le"))).toBe("班级\t人数"));
});

test("rows of a form become a cohort, or say what is wrong with them", () => {
  const row = (variable: string, zh: string, en = "") => ({ variable, "zh-CN": zh, en });
  expect(readCohort([row("college", " 甲  学院 "), row("", ""), row("shift", "", "day")])).toEqual({
    cohort: { college: both("甲 学院"), shift: both("day") },
  });
  // Said as people say it; what may name a variable stays as it is, so that a stored one is never renamed.
  expect(readCohort([row("专业", "软件技术"), row("year", "2024级")])).toEqual({
    cohort: { major: both("软件技术"), year: both("2024级") },
  });
  expect(
    readCohort([
      row("Shift", "甲"),
      row("class", ""),
      row("campus", "东"),
      row("campus", "西"),
      row("", "甲"),
    ]),
  ).toEqual({ problems: { 0: "badVariable", 1: "required", 3: "variableTwice", 4: "badVariable" } });
});

test("a workbook is told from a table, and what to do instead", () => {
  const workbook = Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0xff, 0xe3]);
  const before2007 = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  for (const bytes of [workbook, before2007])
    expect(readClassList(decodeTable(bytes)).problem).toEqual({ problem: "excel-file" });
});
