import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv } from "./read-csv.ts";

const fields = (text: string) => readCsv(text).map((row) => row.fields);

test("reads plain rows, whatever ends their lines", () => {
  expect(fields("a,b\r\nc,d\ne,f")).toEqual([
    ["a", "b"],
    ["c", "d"],
    ["e", "f"],
  ]);
});

test("keeps commas, quotes and line breaks inside quotes", () => {
  expect(fields('"a,1","say ""hi""","two\nlines",')).toEqual([["a,1", 'say "hi"', "two\nlines", ""]]);
});

test("tells the line a row starts on, past quoted line breaks and empty rows", () => {
  expect(readCsv('h\n"x\ny"\n\n,\nz').map((row) => row.line)).toEqual([1, 2, 6]);
});

test("keeps empty quoted fields, also last in the file", () => {
  expect(fields('a,""\n"",b')).toEqual([
    ["a", ""],
    ["", "b"],
  ]);
});

test("drops a byte-order mark, also before a quote", () => {
  expect(fields('\ufeff"编号",名称')).toEqual([["编号", "名称"]]);
});

test("refuses a quote that never closes and text behind a closing quote", () => {
  expect(() => readCsv('a\nb,"c\nd')).toThrow("line 2");
  expect(() => readCsv('a\n"b"c')).toThrow("Line 2");
});

test("reads back whatever was quoted as the RFC says", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "汇", ",", '"', "\n", "\r", " ", ";") });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (table) => {
      const text = table
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
        .join("\r\n");
      expect(fields(text)).toEqual(table.filter((row) => row.some((one) => one.trim() !== "")));
    }),
  );
});
