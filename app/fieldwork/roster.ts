import type { Language } from "#app/locales/language.ts";
import { isAddress, normaliseAddress } from "./mail-address.ts";
import { reservedFields } from "./mail-fields.ts";
import type { CsvRow } from "./read-csv.ts";

/** What one file may bring: rows, further columns for letters, and letters (UTF-16 units) in a cell. */
export const rosterLimits = { rows: 20_000, columns: 12, heading: 40, name: 100, cell: 200 };

/** Why a person cannot be added; the last two are known only beside the list itself. */
export type RosterProblem =
  | "missing-email"
  | "no-at"
  | "bad-email"
  | "duplicate"
  | "too-long"
  | "unknown-language"
  | "opted-out"
  | "already-there";

/** Why a file cannot be read as a roster at all. */
export type RosterFault =
  | "empty"
  | "no-email-column"
  | "too-many-rows"
  | "too-many-columns"
  | "broken-file"
  | "not-a-table"
  | "old-excel"
  | "hostile"
  | "too-large";

export class UnreadableRoster extends Error {
  readonly fault: RosterFault;
  constructor(fault: RosterFault) {
    super(`unreadable roster: ${fault}`);
    this.fault = fault;
  }
}

/** One person of a roster, as they would be stored, with what is wrong about the row if anything is. */
export interface RosterRow {
  /** 1 is the first line of the file. */
  line: number;
  email: string;
  name: string;
  language: Language;
  fields: Record<string, string>;
  problem?: RosterProblem;
}

export interface Roster {
  /** Headings of the further columns, which letters may use. */
  columns: string[];
  rows: RosterRow[];
}

const headings = {
  email: /^(e-?mail(地址| address)?|电子(邮箱|邮件)(地址)?|邮箱(地址)?|邮件地址)$/i,
  name: /^(name|full name|姓名|名字)$/i,
  language: /^(language|lang|语言|语种)$/i,
};
const languageWords: [Language, RegExp][] = [
  ["zh-CN", /^(zh([-_]?(cn|hans.*))?|cn|chinese|中文|汉语|简体中文)$/i],
  ["en", /^(en([-_]?(gb|us))?|english|英文|英语)$/i],
];

const tidy = (cell: string | undefined) => (cell ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();

/**
 * Reads a table as a roster. The first row names the columns: email, name and language are understood in Chinese and
 * English, every other heading becomes a field for letters. A list of bare addresses needs no heading.
 * @throws UnreadableRoster when the table as a whole is none
 */
export function readRoster(table: CsvRow[]): Roster {
  const [first] = table;
  if (!first) throw new UnreadableRoster("empty");
  const bare = first.fields.findIndex((cell) => isAddress(normaliseAddress(cell)));
  const header = bare < 0 ? first.fields.map(tidy) : first.fields.map((_, at) => bareHeading(at, bare));
  const people = bare < 0 ? table.slice(1) : table;
  const place = (pattern: RegExp) => header.findIndex((one) => pattern.test(one));
  const at = { email: place(headings.email), name: place(headings.name), language: place(headings.language) };
  if (at.email < 0) throw new UnreadableRoster("no-email-column");
  if (people.length === 0) throw new UnreadableRoster("empty");
  if (people.length > rosterLimits.rows) throw new UnreadableRoster("too-many-rows");
  const further = furtherColumns(header, new Set(Object.values(at)));
  const seen = new Set<string>();
  const rows = people.map(({ line, fields }): RosterRow => {
    const email = normaliseAddress(fields[at.email] ?? "");
    const name = tidy(fields[at.name]);
    const said = tidy(fields[at.language]);
    const language = said === "" ? "zh-CN" : languageWords.find(([, words]) => words.test(said))?.[0];
    const more = further.map(({ name, at }) => [name, tidy(fields[at])] as const);
    const problem =
      addressProblem(email) ??
      (seen.has(email) ? "duplicate" : undefined) ??
      (name.length > rosterLimits.name || more.some(([, cell]) => cell.length > rosterLimits.cell)
        ? "too-long"
        : undefined) ??
      (language ? undefined : "unknown-language");
    seen.add(email);
    return {
      line,
      // What is wrong is shown, and no more of it than fits.
      email: email.slice(0, 300),
      name: name.slice(0, 300),
      language: language ?? "zh-CN",
      fields: Object.fromEntries(problem ? [] : more.filter(([, cell]) => cell !== "")),
      ...(problem ? { problem } : {}),
    };
  });
  return { columns: further.map((one) => one.name), rows };
}

function addressProblem(email: string): RosterProblem | undefined {
  if (email === "") return "missing-email";
  if (email.length > 254) return "too-long";
  if (!email.includes("@")) return "no-at";
  return isAddress(email) ? undefined : "bad-email";
}

/** Without headings the column of addresses is known by itself, and a single other one can only be the name. */
const bareHeading = (at: number, email: number) =>
  at === email ? "email" : at === (email === 0 ? 1 : 0) ? "name" : "";

/** Columns letters may use. A heading that a letter understands already, or that comes twice, adds none. */
function furtherColumns(header: string[], taken: Set<number>): { name: string; at: number }[] {
  const found = new Map<string, number>();
  header.forEach((heading, at) => {
    const name = heading.replace(/[{}]/g, "").slice(0, rosterLimits.heading);
    if (name !== "" && !taken.has(at) && !reservedFields.has(name.toLowerCase()) && !found.has(name))
      found.set(name, at);
  });
  if (found.size > rosterLimits.columns) throw new UnreadableRoster("too-many-columns");
  return [...found].map(([name, at]) => ({ name, at }));
}

/** A roster as CSV again, so that what was shown can be sent back and read by the same rules. */
export function rosterCsv({ columns }: Pick<Roster, "columns">, rows: RosterRow[]): string {
  const quoted = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return [
    quoted(["email", "name", "language", ...columns]),
    ...rows.map((one) =>
      quoted([
        one.email,
        one.name,
        one.language,
        ...columns.map((name) => (Object.hasOwn(one.fields, name) ? (one.fields[name] ?? "") : "")),
      ]),
    ),
  ].join("\n");
}
