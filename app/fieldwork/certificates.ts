import type { Text } from "#app/locales/language.ts";
import { readCsv } from "./read-csv.ts";

export const certificateLevels = ["elem", "inter", "adv"] as const;
export type CertificateLevel = (typeof certificateLevels)[number];

/** One entry of the historical register. It says what a source said on a date, never whether a certificate holds today. */
export interface Certificate {
  code: string;
  name: Text;
  issuer: Text;
  /** Empty when the source does not say. */
  levels: CertificateLevel[];
  batch: string | null;
  /** Codes of major categories in the 2021 catalogue (41–59). */
  majors: string[];
  source: string;
  /** Day, month or year the source speaks of: 2022, 2022-05 or 2022-05-27. */
  asOf: string;
  synthetic: boolean;
}

/** What two spellings of a name must share to be the same: width, case, spaces and the generic last words do not count. */
const keyOf = (name: string) =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/职业技能等级证书$|vocational skill(s)? (level|grading) certificate$/, "")
    .replace(/\s+/g, "");

/**
 * Prepares finding the one certificate a typed text means: its exact code, or its exact name in either language. A
 * name that two certificates share means neither, unless the text is a code.
 */
export function certificateFinder(
  catalogue: Pick<Certificate, "code" | "name">[],
): (typed: string) => string | undefined {
  const codes = new Set(catalogue.map((one) => one.code));
  const byKey = new Map<string, string | undefined>();
  const add = (key: string, code: string) => {
    if (key) byKey.set(key, byKey.has(key) && byKey.get(key) !== code ? undefined : code);
  };
  for (const { code, name } of catalogue) {
    for (const key of new Set([keyOf(name["zh-CN"]), keyOf(name.en)])) add(key, code);
  }
  const codeByKey = new Map(catalogue.map(({ code }) => [keyOf(code), code]));
  return (typed) => {
    const exact = typed.trim();
    if (codes.has(exact)) return exact;
    const key = keyOf(exact);
    return codeByKey.get(key) ?? byKey.get(key);
  };
}

const columns = [
  "code",
  "name_zh",
  "name_en",
  "issuer_zh",
  "issuer_en",
  "levels",
  "batch",
  "majors",
  "source",
  "as_of",
] as const;
export type CertificateColumn = (typeof columns)[number];

/** Why a row was not taken; the page turns it into a sentence. `broken-file` and `missing-column` stop everything. */
export interface CertificateProblem {
  line: number;
  column?: CertificateColumn;
  problem:
    | "broken-file"
    | "missing-column"
    | "missing"
    | "too-long"
    | "bad-code"
    | "unknown-level"
    | "unknown-major"
    | "bad-date"
    | "duplicate";
  /** What stood there. */
  found?: string;
}

const needed = ["code", "name_zh", "name_en", "issuer_zh", "issuer_en", "source", "as_of"] as const;
const list = (field: string) => field.split(/[;；、|/\s]+/).filter(Boolean);

/**
 * Reads a catalogue file: CSV in UTF-8 with a header row naming the columns, in any order (`level` is understood for
 * `levels`; other columns are ignored). Levels and majors are lists separated by semicolons. Names may be given in one
 * language only; the other then repeats it. A row with a problem is reported and left out, the others are kept.
 */
export function parseCertificateCsv(text: string): {
  certificates: Certificate[];
  problems: CertificateProblem[];
} {
  let rows: ReturnType<typeof readCsv>;
  try {
    rows = readCsv(text);
  } catch (error) {
    const line = Number(/line (\d+)/i.exec(String(error))?.[1] ?? 1);
    return { certificates: [], problems: [{ line, problem: "broken-file" }] };
  }
  const header = (rows[0]?.fields ?? []).map((one) =>
    one
      .trim()
      .toLowerCase()
      .replace(/^level$/, "levels"),
  );
  const absent = columns.filter((one) => !header.includes(one) && one !== "batch");
  if (absent.length > 0) {
    return {
      certificates: [],
      problems: absent.map((column) => ({ line: 1, column, problem: "missing-column" })),
    };
  }
  const certificates: Certificate[] = [];
  const problems: CertificateProblem[] = [];
  const seen = new Set<string>();
  for (const { line, fields } of rows.slice(1)) {
    const value = (column: CertificateColumn) => (fields[header.indexOf(column)] ?? "").trim();
    const found = problemsOf(value, seen).map((one) => ({ line, ...one }));
    seen.add(value("code"));
    problems.push(...found);
    if (found.length === 0) certificates.push(certificateFrom(value));
  }
  return { certificates, problems };
}

type Value = (column: CertificateColumn) => string;
const other = {
  name_zh: "name_en",
  name_en: "name_zh",
  issuer_zh: "issuer_en",
  issuer_en: "issuer_zh",
} as const;

function problemsOf(value: Value, seen: Set<string>): Omit<CertificateProblem, "line">[] {
  const found: Omit<CertificateProblem, "line">[] = [];
  for (const column of needed) {
    const twin = column in other ? value(other[column as keyof typeof other]) : "";
    if (!value(column) && !twin) found.push({ column, problem: "missing" });
  }
  for (const column of columns) if (value(column).length > 500) found.push({ column, problem: "too-long" });
  const code = value("code");
  if (code && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(code)) {
    found.push({ column: "code", problem: "bad-code", found: code });
  }
  if (seen.has(code)) found.push({ column: "code", problem: "duplicate", found: code });
  for (const one of list(value("levels"))) {
    if (!levelNamed(one)) found.push({ column: "levels", problem: "unknown-level", found: one });
  }
  for (const one of list(value("majors"))) {
    if (!/^(4[1-9]|5[0-9])$/.test(one))
      found.push({ column: "majors", problem: "unknown-major", found: one });
  }
  const asOf = value("as_of");
  if (asOf && !isDate(asOf)) found.push({ column: "as_of", problem: "bad-date", found: asOf });
  return found;
}

const levelWords: Record<string, CertificateLevel> = { 初级: "elem", 中级: "inter", 高级: "adv" };
const levelNamed = (word: string): CertificateLevel | undefined =>
  levelWords[word] ?? certificateLevels.find((one) => one === word.toLowerCase());

function isDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  const day = `${text}${"-01-01".slice(text.length - 4)}`;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

function certificateFrom(value: Value): Certificate {
  const text = (zh: "name_zh" | "issuer_zh", en: "name_en" | "issuer_en"): Text => ({
    "zh-CN": value(zh) || value(en),
    en: value(en) || value(zh),
  });
  const levels = new Set(list(value("levels")).map(levelNamed));
  return {
    code: value("code"),
    name: text("name_zh", "name_en"),
    issuer: text("issuer_zh", "issuer_en"),
    levels: certificateLevels.filter((one) => levels.has(one)),
    batch: value("batch") || null,
    majors: [...new Set(list(value("majors")))],
    source: value("source"),
    asOf: value("as_of"),
    synthetic: false,
  };
}
