import { expect, test } from "vitest";
import { csv } from "./csv.ts";

test("begins with the mark Excel needs and ends every line with CR LF", () => {
  expect(csv.start(["a", "b"])).toBe("\ufeffa,b\r\n");
});

test("quotes what has to be quoted and leaves numbers numbers", () => {
  expect(csv.row([-3, 0.5, 'say "x"', "a,b", "two\nlines", " blank", "中文"])).toBe(
    '-3,0.5,"say ""x""","a,b","two\nlines"," blank",中文\r\n',
  );
});

test("makes text that looks like a formula harmless", () => {
  expect(csv.row(["=1+1", "-5"])).toBe("'=1+1,'-5\r\n");
});
