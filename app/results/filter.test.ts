import { describe, expect, test } from "vitest";
import { templates } from "#app/instrument/templates/index.ts";
import { buildColumns } from "./columns.ts";
import { FilterError, filterToSearch, parseFilter, variablesOf } from "./filter.ts";
import { responseRow, surroundings } from "./testing/small-study.ts";

const columns = buildColumns(surroundings(templates["oneplusx-student"]()), [responseRow(0, {})]);
const variables = variablesOf(columns);
const parse = (search: string, prefix?: string) =>
  parseFilter(new URLSearchParams(search), variables, prefix);

describe("a filter in an address", () => {
  test("is read from an allow-list, in the variables' own order, and written back the same", () => {
    const filter = parse("f.BG14=m&f.SCR01=taken&f.BG14=f&f.BG14=m&lang=en");
    expect(filter).toEqual({ SCR01: ["taken"], BG14: ["f", "m"] });
    expect(filterToSearch(filter).toString()).toBe("f.SCR01=taken&f.BG14=f&f.BG14=m");
    expect(parse(filterToSearch(filter).toString())).toEqual(filter);
  });

  test("a form's empty choice is no condition; another prefix is another group", () => {
    expect(parse("f.BG14=&b.BG14=f")).toEqual({});
    expect(parse("f.BG14=&b.BG14=f", "b")).toEqual({ BG14: ["f"] });
  });

  test.each([
    "f.BG99=x",
    "f.BG14=x",
    "f.BG14[]=f",
    "f.BG14[$ne]=f",
    "f.CUR01=1",
    "f.collector=door",
    "f.day=2025-03-01",
    "f.__proto__=f",
    "f.constructor=name",
    "f.=f",
    "f.BG14=f'%20OR%201=1--",
    "f.BG14=f,m",
    "f.BG14=%00",
    "f.BG08=2021.0",
    "f.SCR01=taken&f.BG01=hvc&f.BG02=y1&f.BG04=now&f.BG14=f",
  ])("%s is refused", (search) => {
    expect(() => parse(search)).toThrow(FilterError);
  });

  test("variables are the background questions, cohorts and language, with labels in both languages", () => {
    const listed = variables.map((one) => one.code);
    expect(listed).toEqual(expect.arrayContaining(["SCR01", "BG06", "BG08", "BG12", "language"]));
    for (const code of ["BG13", "NP01", "EXB01", "CUR01", "day", "collector"])
      expect(listed).not.toContain(code);
    const years = variables.find((one) => one.code === "BG08")!.categories;
    expect(years.map((one) => one.code)).toEqual(["2019", "2020", "2021", "2022", "2023", "2024", "2025"]);
  });
});
