import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAddress, normaliseAddress } from "./mail-address.ts";
import { readCsv } from "./read-csv.ts";
import { readRoster, rosterCsv, rosterLimits, type UnreadableRoster } from "./roster.ts";

const read = (csv: string) => readRoster(readCsv(csv));
const faultOf = (csv: string) => {
  try {
    read(csv);
  } catch (error) {
    return (error as UnreadableRoster).fault;
  }
};

describe("columns", () => {
  test.each([
    ["邮箱,姓名,语言", "Lin@Example.org,林晓,英文"],
    ["E-mail,Name,Language", "lin@example.org,林晓,en"],
    ["姓名,电子邮箱,语言", "林晓,ｌｉｎ＠example.org,English"],
  ])("%s", (header, row) => {
    expect(read(`${header}\n${row}`).rows[0]).toMatchObject({
      email: "lin@example.org",
      name: "林晓",
      language: "en",
    });
  });

  test("all others become fields for letters, empty ones and those letters know already aside", () => {
    const { columns, rows } = read("邮箱,学院,link,{班级},学院,\na@b.cn,会计,http://evil,2401,物流,x");
    expect(columns).toEqual(["学院", "班级"]);
    expect(rows[0]?.fields).toEqual({ 学院: "会计", 班级: "2401" });
  });

  test("a heading like __proto__ is a heading like any other", () => {
    const { columns, rows } = read("邮箱,__proto__,constructor\na@b.cn,1,2");
    expect(columns).toEqual(["__proto__", "constructor"]);
    expect(Object.entries(rows[0]?.fields ?? {})).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(JSON.parse(JSON.stringify(rows[0]?.fields))).toEqual(rows[0]?.fields);
    // Left empty, and sent back after the preview: what every object has by itself is nobody's value.
    const empty = read("邮箱,__proto__,constructor\na@b.cn,,");
    expect(rosterCsv(empty, empty.rows).split("\n").at(-1)).toBe('"a@b.cn","","zh-CN","",""');
  });

  test("bare addresses need no heading, and may have names beside them", () => {
    expect(read("a@b.cn\nc@d.cn").rows.map((one) => one.email)).toEqual(["a@b.cn", "c@d.cn"]);
    expect(read("林晓,a@b.cn").rows[0]).toMatchObject({ email: "a@b.cn", name: "林晓" });
  });
});

test("each row says what is wrong with it, and on which line", () => {
  const long = "x".repeat(rosterLimits.cell + 1);
  const { rows } = read(
    [
      "邮箱,姓名,语言,学院",
      "good@example.org,甲,,",
      "无名氏,乙,,",
      "GOOD@example.org,丙,,",
      ",丁,,",
      "two@@example.org,戊,,",
      "fr@example.org,己,法语,",
      `long@example.org,庚,,${long}`,
    ].join("\n"),
  );
  expect(rows.map((one) => [one.line, one.problem])).toEqual([
    [2, undefined],
    [3, "no-at"],
    [4, "duplicate"],
    [5, "missing-email"],
    [6, "bad-email"],
    [7, "unknown-language"],
    [8, "too-long"],
  ]);
});

test("a table that is no roster is refused as a whole", () => {
  expect(faultOf("")).toBe("empty");
  expect(faultOf("邮箱,姓名\n")).toBe("empty");
  expect(faultOf("学号,姓名\n1,甲")).toBe("no-email-column");
  expect(faultOf(`邮箱${",x".repeat(13).replace(/x/g, () => String(Math.random()))}\na@b.cn`)).toBe(
    "too-many-columns",
  );
  expect(faultOf(`邮箱\n${"a@b.cn\n".repeat(rosterLimits.rows + 1)}`)).toBe("too-many-rows");
});

test("line breaks in a cell cannot start a line of a letter's head", () => {
  const { rows } = read('邮箱,姓名\n"a@b.cn\r\nBcc: evil@example.org","林\r\nBcc: evil@example.org"');
  expect(rows[0]).toMatchObject({ problem: "bad-email", name: "林 Bcc: evil@example.org" });
});

test.each([
  ["zhang.san+survey@mail.example.edu.cn", true],
  ["o'hara@example.org", true],
  ["a@例子.中国", true],
  ["a@b", false],
  ["a b@c.cn", false],
  [".a@b.cn", false],
  ["a@b..cn", false],
  ['"a"@b.cn', false],
  ["a@b.cn,c@d.cn", false],
  ["a@b.cn\nRCPT TO:<x@y.cn>", false],
  [`${"a".repeat(65)}@b.cn`, false],
])("%s is an address: %s", (address, is) => {
  expect(isAddress(normaliseAddress(address))).toBe(is);
});

test("good rows sent back as CSV are read as the same rows", () => {
  const cell = fc.string({ unit: fc.constantFrom("汇", "a", ",", '"', "{", "<", "=", "'"), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 9 }), (people) => {
      const csv = `email,name,language,学院\n${people
        .map(([name, college], at) =>
          [`p${at}@example.org`, name, "en", college]
            .map((one) => `"${one.replaceAll('"', '""')}"`)
            .join(","),
        )
        .join("\n")}`;
      const first = read(csv);
      const again = read(rosterCsv(first, first.rows));
      expect(again.rows.map(({ line, ...one }) => one)).toEqual(first.rows.map(({ line, ...one }) => one));
    }),
  );
});
