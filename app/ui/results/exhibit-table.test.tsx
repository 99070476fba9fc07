import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LanguageProvider } from "../language.tsx";
import type { DataTable } from "./exhibit.ts";
import { ExhibitTable } from "./exhibit-table.tsx";

const html = (table: DataTable) =>
  renderToStaticMarkup(
    <LanguageProvider language="en">
      <ExhibitTable table={table} />
    </LanguageProvider>,
  );
const table: DataTable = {
  caption: "Groups",
  head: [{ text: "Theme" }, { text: "Group" }, { text: "Mean", number: true }, { text: "n", number: true }],
  rows: [
    ["Career", "A", { text: "3.1", value: 3.1 }, { text: "40", value: 40 }],
    ["Career", "B", { hidden: "Fewer than 10 answers" }],
    ["Exam", "A", { hidden: "close" }, { text: "50", value: 50, shade: -2 }],
  ],
};

test("rows of one name share its cell", () => {
  expect(html(table)).toContain('<th scope="row" rowspan="2">Career</th>');
  expect(html(table).match(/scope="row"/g)).toHaveLength(2);
});

test("what is hidden says why: for the rest of its row when it is the last cell, else for itself", () => {
  expect(html(table)).toContain('<td class="quiet" colSpan="2">Fewer than 10 answers</td>');
  expect(html(table)).toContain('<td class="quiet number">close</td>');
});

test("numbers stand right, and shading is never colour alone", () => {
  expect(html(table)).toContain('<td class="number">3.1</td>');
  expect(html(table)).toMatch(
    /<td class="number results-below-2">50<span[^>]*aria-hidden="true">↓↓<\/span><span class="visually-hidden"> far less than expected<\/span><\/td>/,
  );
});
