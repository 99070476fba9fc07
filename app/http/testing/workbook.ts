import { strToU8, type Zippable, zipSync } from "fflate";

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
const schemas = "http://schemas.openxmlformats.org";
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const column = (at: number) => String.fromCharCode(65 + at);

/** A worksheet of text cells. */
export const sheetXml = (rows: string[][]) =>
  `<worksheet xmlns="${schemas}/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, y) =>
        `<row r="${y + 1}">${cells
          .map((cell, x) => `<c r="${column(x)}${y + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`)
          .join("")}</row>`,
    )
    .join("")}</sheetData></worksheet>`;

/** The parts of a workbook with one sheet, so that a test can spoil one of them. */
export const workbookParts = (sheet: string): Zippable => ({
  "[Content_Types].xml": xml(
    `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  ),
  "_rels/.rels": xml(
    `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${schemas}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  "xl/workbook.xml": xml(
    `<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${schemas}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  "xl/_rels/workbook.xml.rels": xml(
    `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${schemas}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
  "xl/worksheets/sheet1.xml": xml(sheet),
});

/** A small workbook as Excel would read it. */
export const workbook = (rows: string[][]): Uint8Array => zipSync(workbookParts(sheetXml(rows)));
