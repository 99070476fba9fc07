import { describe, expect, test } from "vitest";
import { certificateFinder, parseCertificateCsv } from "./certificates.ts";

const header = "code,name_zh,name_en,issuer_zh,issuer_en,levels,batch,majors,source,as_of";
const row = (...fields: string[]) => fields.join(",");
const good = row(
  "x-1",
  "云账簿",
  "Ledger",
  "某社",
  "Some Society",
  "初级;inter",
  "3",
  "53;51",
  "a paper",
  "2022-05",
);

describe("reading a catalogue file", () => {
  test("takes a complete row, with or without a byte-order mark", () => {
    const expected = {
      code: "x-1",
      name: { "zh-CN": "云账簿", en: "Ledger" },
      issuer: { "zh-CN": "某社", en: "Some Society" },
      levels: ["elem", "inter"],
      batch: "3",
      majors: ["53", "51"],
      source: "a paper",
      asOf: "2022-05",
      synthetic: false,
    };
    for (const mark of ["", "\ufeff"]) {
      expect(parseCertificateCsv(`${mark}${header}\r\n${good}\r\n`)).toEqual({
        certificates: [expected],
        problems: [],
      });
    }
  });

  test("finds columns by name, in any order, and lets a name stand for the missing language", () => {
    const text = `as_of,source,majors,level,issuer_en,issuer_zh,name_en,name_zh,code,note\n2020,s,,,,某社,,云账簿,x,hm`;
    const [one] = parseCertificateCsv(text).certificates;
    expect(one).toMatchObject({
      name: { en: "云账簿" },
      issuer: { en: "某社" },
      levels: [],
      majors: [],
      batch: null,
    });
  });

  test("says which columns are missing and takes nothing", () => {
    expect(parseCertificateCsv(`code,name_zh\nx,y`).problems.map((one) => one.column)).toContain("source");
    expect(parseCertificateCsv("").certificates).toEqual([]);
    expect(parseCertificateCsv("").problems[0]).toMatchObject({ line: 1, problem: "missing-column" });
  });

  test("reports each bad row with its line and keeps the others", () => {
    const text = [
      header,
      good,
      row("x-2", "", "", "某社", "S", "", "", "", "", "2022"),
      row("x 3", "名", "N", "社", "S", "top", "", "60", "s", "2022-02-30"),
      row("x-1", "名", "N", "社", "S", "", "", "", "s", "2022"),
    ].join("\n");
    const { certificates, problems } = parseCertificateCsv(text);
    expect(certificates.map((one) => one.code)).toEqual(["x-1"]);
    expect(problems.map(({ line, column, problem }) => [line, column, problem])).toEqual([
      [3, "name_zh", "missing"],
      [3, "name_en", "missing"],
      [3, "source", "missing"],
      [4, "code", "bad-code"],
      [4, "levels", "unknown-level"],
      [4, "majors", "unknown-major"],
      [4, "as_of", "bad-date"],
      [5, "code", "duplicate"],
    ]);
  });

  test("stops at a broken quote and says where", () => {
    expect(parseCertificateCsv(`${header}\n"x`)).toEqual({
      certificates: [],
      problems: [{ line: 2, problem: "broken-file" }],
    });
  });
});

describe("finding the certificate that was meant", () => {
  const find = certificateFinder([
    { code: "x-1", name: { "zh-CN": "云账簿Ａ（虚构）", en: "Cloud Ledger" } },
    { code: "x-2", name: { "zh-CN": "同名", en: "Second" } },
    { code: "x-3", name: { "zh-CN": "同名", en: "Third" } },
  ]);

  test("by code, by either name, whatever case, width and spaces", () => {
    for (const typed of [
      "x-1",
      "Ｘ-１",
      " cloud ledger ",
      "CLOUDLEDGER",
      "云账簿A(虚构)",
      "云账簿a（虚构）",
    ]) {
      expect(find(typed), typed).toBe("x-1");
    }
  });

  test("with the generic last words of a certificate's name", () => {
    expect(find("云账簿A（虚构）职业技能等级证书")).toBe("x-1");
    expect(find("Second vocational skill level certificate")).toBe("x-2");
  });

  test("never guesses: parts, shared names and nothing", () => {
    for (const typed of ["云账簿", "ledger", "同名", "", "  ", "职业技能等级证书"]) {
      expect(find(typed), typed).toBeUndefined();
    }
    expect(find("third")).toBe("x-3");
  });
});
