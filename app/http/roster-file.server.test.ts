import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { UnreadableRoster } from "#app/fieldwork/roster.ts";
import { readRosterFile } from "./roster-file.server.ts";
import { readRosterApart } from "./roster-import.server.ts";
import { sheetXml, workbook, workbookParts } from "./testing/workbook.ts";

const people = [
  ["邮箱", "姓名", "语言", "学院"],
  ["lin@example.org", "林晓", "中文", "会计"],
  ["", "", "", ""],
  ["chen@example.org", "陈 <b>", "en", "=1+1"],
];
const csv = people.map((row) => row.join(",")).join("\r\n");
// "邮箱,姓名\nlin@example.org,林晓" as Chinese Excel saves it.
const gbk = Uint8Array.from([
  0xd3,
  0xca,
  0xcf,
  0xe4,
  0x2c,
  0xd0,
  0xd5,
  0xc3,
  0xfb,
  0x0a,
  ...strToU8("lin@example.org,"),
  0xc1,
  0xd6,
  0xcf,
  0xfe,
]);
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

describe("a roster is read", () => {
  test.each([
    ["UTF-8", strToU8(csv)],
    ["UTF-8 with a mark", strToU8(`\ufeff${csv}`)],
    ["UTF-16", utf16(csv, false)],
    ["UTF-16, big end first", utf16(csv, true)],
    ["tabs, as copied from a spreadsheet", strToU8(csv.replaceAll(",", "\t"))],
    ["an Excel workbook", workbook(people)],
  ])("from %s", async (_, bytes) => {
    const { columns, rows } = await readRosterFile(bytes);
    expect(columns).toEqual(["学院"]);
    expect(rows).toEqual([
      { line: 2, email: "lin@example.org", name: "林晓", language: "zh-CN", fields: { 学院: "会计" } },
      { line: 4, email: "chen@example.org", name: "陈 <b>", language: "en", fields: { 学院: "=1+1" } },
    ]);
  });

  test("from GBK", async () => {
    expect((await readRosterFile(gbk)).rows[0]).toMatchObject({ email: "lin@example.org", name: "林晓" });
  });

  test("of 20,000 people, apart and without holding anybody up", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      `s${at}@example.org`,
      `学生${at}`,
      "中文",
      "会计",
    ]);
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const bytes = workbook([people[0]!, ...rows]);
    last = performance.now();
    longest = 0;
    const roster = await readRosterApart(bytes);
    clearInterval(watch);
    expect(roster.rows).toHaveLength(20_000);
    expect(roster.rows.filter((one) => one.problem)).toEqual([]);
    // Generous: other tests run beside this one. Read in this thread it would be a second.
    expect(longest).toBeLessThan(400);
  });
});

describe("a hostile file is refused at once, with hardly any memory (attack 2)", () => {
  const zeros = new Uint8Array(40 * 1024 * 1024);
  const with_ = (parts: Record<string, Uint8Array>) =>
    zipSync({ ...workbookParts(sheetXml(people)), ...parts }, { level: 1 });
  /** A central directory and headers that say a part is small. */
  const lyingSizes = () => {
    const bytes = Buffer.from(with_({ "xl/media/a.xml": zeros }));
    for (let at = 0; at < bytes.length - 4; at++) {
      const sign = bytes.readUInt32LE(at);
      if (sign === 0x04034b50 && bytes.readUInt32LE(at + 22) === zeros.length)
        bytes.writeUInt32LE(1000, at + 22);
      if (sign === 0x02014b50 && bytes.readUInt32LE(at + 24) === zeros.length)
        bytes.writeUInt32LE(1000, at + 24);
    }
    return new Uint8Array(bytes);
  };
  const files: [string, () => Uint8Array, string][] = [
    ["zip bomb", () => with_({ "xl/worksheets/sheet2.xml": zeros }), "too-large"],
    ["zip bomb that lies about its size", lyingSizes, "too-large"],
    [
      "10,000 entries",
      () =>
        with_(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`xl/x${at}.xml`, strToU8("x")]))),
      "hostile",
    ],
    ["../ in a name", () => with_({ "../../etc/passwd.xml": strToU8("x") }), "hostile"],
    ["an absolute name", () => with_({ "/etc/passwd.xml": strToU8("x") }), "hostile"],
    [
      "external entity",
      () =>
        zipSync(
          workbookParts(
            `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetXml([["邮箱"], ["&e;"]])}`,
          ),
        ),
      "hostile",
    ],
    [
      "1,000,000 rows",
      () =>
        zipSync(workbookParts(`<worksheet><sheetData>${"<row/>".repeat(1_000_000)}</sheetData></worksheet>`)),
      "too-many-rows",
    ],
    [
      "one cell at the far end of the sheet",
      () =>
        zipSync(
          workbookParts(
            `<worksheet><sheetData><row><c r='XFD1048576' t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`,
          ),
        ),
      "too-many-rows",
    ],
    ["a zip that is no workbook", () => zipSync({ "a.txt": strToU8("x") }), "not-a-table"],
    ["a zip cut off", () => workbook(people).slice(0, 600), "broken-file"],
    ["a picture called .csv", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "not-a-table"],
    ["an old or locked workbook", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "old-excel"],
    ["half a GBK sign", () => Uint8Array.from([...gbk.slice(0, 8), 0xff, 0xff]), "not-a-table"],
    ["a quote that never closes", () => strToU8('邮箱\n"a@b.cn'), "broken-file"],
  ];
  test.each(files)("%s", async (_, make, fault) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    // Time of all threads of this process, whatever else the machine is doing.
    const started = process.cpuUsage();
    const refused = await readRosterApart(bytes).then(
      () => "read",
      (error) => (error instanceof UnreadableRoster ? error.fault : String(error)),
    );
    expect(refused).toBe(fault);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(2_000);
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(150);
  });

  test("a part called __proto__ changes nothing", async () => {
    const roster = await readRosterFile(
      zipSync(
        Object.fromEntries([
          ...Object.entries(workbookParts(sheetXml(people))),
          ["__proto__.xml", strToU8("x")],
        ]),
      ),
    );
    expect(roster.rows).toHaveLength(2);
    expect(({} as Record<string, unknown>).xml).toBeUndefined();
  });
});
