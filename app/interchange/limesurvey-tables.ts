import { Parser } from "htmlparser2";
import type { GivenFile } from "./format.ts";
import { limits, Unreadable } from "./report.ts";
import { readText } from "./tree.ts";

/** One row of a table: what each field says. A field that is not there says nothing. */
export type Row = ReadonlyMap<string, string>;

/** A LimeSurvey file as it is: tables of its database, and the languages it speaks. */
export interface Tables {
  /** Survey, Group or Question. */
  type: string;
  languages: string[];
  tables: ReadonlyMap<string, Row[]>;
}

/** Whether a text begins as LimeSurvey's files do. */
export const looksLike = (text: string): boolean =>
  /^\s*<\?xml/.test(text) && text.slice(0, 5000).includes("<LimeSurveyDocType>");

/** Far above any survey; permissions, quotas and settings are rows too. */
const mostRows = 40_000;

/**
 * Reads the XML of .lss, .lsg and .lsq. Entities other than XML's own five are left as they stand; a file that would
 * define some is refused before they could be.
 * @throws Unreadable
 */
export function readTables(file: GivenFile): Tables {
  const text = readText(file);
  if (!/<\/document>\s*$/.test(text.slice(-2000)))
    throw new Unreadable(looksLike(text) ? "broken" : "wrongFormat");
  const found = { type: "", languages: [] as string[], tables: new Map<string, Row[]>() };
  const open: string[] = [];
  let words: string[] = [];
  let row: Map<string, string> | undefined;
  let rows = 0;
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.startsWith("!")) throw new Unreadable("dangerous");
      },
      onopentag(name) {
        open.push(name);
        words = [];
        if (open.length > limits.depth) throw new Unreadable("dangerous");
        if (open.length !== 4 || name !== "row" || open[2] !== "rows") return;
        if (++rows > mostRows) throw new Unreadable("tooMany");
        row = new Map();
      },
      ontext(piece) {
        words.push(piece);
      },
      onclosetag(name) {
        const said = words.join("").trim();
        if (open.length === 2 && name === "LimeSurveyDocType") found.type = said;
        if (open.length === 3 && open[1] === "languages") found.languages.push(said.slice(0, 40));
        if (open.length === 5 && row && row.size < 500) row.set(name, said);
        if (open.length === 4 && row) {
          const table = open[1] ?? "";
          const known = found.tables.get(table);
          if (known) known.push(row);
          else found.tables.set(table, [row]);
          row = undefined;
        }
        open.pop();
        words = [];
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return found;
}
