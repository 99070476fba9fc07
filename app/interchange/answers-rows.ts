import { type Closed, closeDraft } from "#app/fieldwork/closing.ts";
import { type Instrument, type Item, itemsOf } from "#app/instrument/definition.ts";
import { isLanguage, type Language } from "#app/locales/language.ts";
import { partOf } from "#app/questions/base.ts";
import { kinds, readItem } from "#app/questions/index.ts";
import type { Answers, Problem, Surroundings } from "#app/questions/kind.ts";
import type { AnswersTable } from "./answers-table.ts";
import {
  apart,
  guessMeaning,
  isSkipped,
  type Meaning,
  meaningsOf,
  otherItem,
  type Place,
  partsOfCell,
  placesIn,
  type Target,
} from "./answers-values.ts";

/** How a file is to be read: what each column is, and what the values of some columns mean. */
export interface AnswersMapping {
  targets: readonly Target[];
  /** By column: value -> answer, "" for none. What is not in it is guessed. */
  meanings: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** For rows without a day of their own. */
  day: string;
  language: Language;
  /** The latest day an answer can have come: today. */
  today: string;
}

/** One person's answers, read and closed as any others, with nothing about who they were. */
export interface ImportedAnswers {
  receivedOn: string;
  language: Language;
  closed: Closed;
}

/** A cell that could not be taken as an answer, and why. */
export interface CellProblem {
  line: number;
  heading: string;
  value: string;
  problem: Problem | "unknown-value" | "not-asked";
}

/** What became of a file: every row is imported, a repetition, or without a single answer. */
export interface AnswersReport {
  rows: number;
  repeated: number;
  empty: number;
  /** Cells that are no answer, in all, and the first of them. */
  unreadable: number;
  /** Answers to questions that routing does not ask of these people: left out. */
  notAsked: number;
  /** Words beside an option that has no field for them: left out. */
  otherWords: number;
  /** Rows without a day, or with one to come. */
  undated: number;
  problems: CellProblem[];
  /** By column: cells with an answer, and how many of them could not be kept. */
  columns: { answered: number; lost: number }[];
}

const mostProblems = 200;
const firstLetters = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The columns that are read, each with what its values can mean. */
interface Reader extends Place {
  at: number;
  meanings: Meaning[] | undefined;
  means(value: string): string;
}

/** What stands in each column, ready to be read; also what its page shows. */
export function readersOf(
  instrument: Instrument,
  mapping: Pick<AnswersMapping, "targets" | "meanings">,
): Reader[] {
  const places = new Map(placesIn(instrument).map((place) => [place.target, place]));
  return mapping.targets.flatMap((target, at) => {
    const place = places.get(target);
    if (!place) return [];
    const meanings = meaningsOf(place, instrument);
    const given = mapping.meanings.get(at);
    const known = new Map<string, string>();
    const means = (value: string) => {
      let answer = known.get(value);
      if (answer === undefined) {
        answer = given?.get(value) ?? guessMeaning(value, place, meanings ?? []);
        known.set(value, answer);
      }
      return answer;
    };
    return [{ ...place, at, meanings, means }];
  });
}

/** The different values of a column in the order in which they first come, those that say nothing apart. */
export function valuesOf(table: AnswersTable, reader: Reader, most: number): string[] {
  const found = new Set<string>();
  for (const { cells } of table.rows) {
    const { cell } = apart(cells[reader.at] ?? "");
    if (isSkipped(cell)) continue;
    for (const part of partsOfCell(cell, reader.item, (value) => reader.means(value) !== "")) found.add(part);
    if (found.size > most) break;
  }
  return [...found];
}

/**
 * Reads the answers of a table by a mapping. What routing would not have asked is left out and counted, as is what cannot
 * be an answer; nothing is guessed into a row.
 * @param mapping names no item twice
 */
export function readAnswers(
  table: AnswersTable,
  instrument: Instrument,
  mapping: AnswersMapping,
  findCertificate: Surroundings["findCertificate"],
): { answers: ImportedAnswers[]; report: AnswersReport } {
  const readers = readersOf(instrument, mapping);
  const written = asWritten(instrument);
  const around: Surroundings = {
    scales: instrument.scales,
    findCertificate,
    year: Number(mapping.today.slice(0, 4)),
  };
  const report: AnswersReport = {
    ...{ rows: table.rows.length, repeated: 0, empty: 0, unreadable: 0, notAsked: 0, otherWords: 0 },
    ...{ undated: 0, problems: [], columns: table.headings.map(() => ({ answered: 0, lost: 0 })) },
  };
  const ticks = new Set(instrument.consent.ticks.map((one) => one.code));
  const dayAt = mapping.targets.indexOf("day");
  const languageAt = mapping.targets.indexOf("language");
  const answers: ImportedAnswers[] = [];
  for (const { line, cells, repeats } of table.rows) {
    if (repeats !== undefined) {
      report.repeated++;
      continue;
    }
    const row = readRow(line, cells, { readers, instrument, around, headings: table.headings, report });
    if (!Object.entries(row).some(([code, answer]) => answer !== null && !ticks.has(code))) {
      report.empty++;
      continue;
    }
    // Whoever imports has said that these people had agreed; quoting their words is another matter.
    for (const one of instrument.consent.ticks)
      if (row[one.code] === undefined) row[one.code] = one.required ? true : null;
    const closed = closeDraft(written, { answers: row, pageSeconds: {}, seed: 0 });
    countNotAsked(row, closed, line, { readers, headings: table.headings, report });
    const own = dayAt < 0 ? "" : (cells[dayAt] ?? "");
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(own) && own <= mapping.today;
    if (!isDay) report.undated++;
    const said = languageAt < 0 ? "" : (cells[languageAt] ?? "");
    answers.push({
      receivedOn: isDay ? own : mapping.day,
      language: isLanguage(said) ? said : /^en/i.test(said) ? "en" : mapping.language,
      closed,
    });
  }
  return { answers, report };
}

interface Reading {
  readers: readonly Reader[];
  headings: readonly string[];
  report: AnswersReport;
}

function readRow(
  line: number,
  cells: readonly string[],
  reading: Reading & { instrument: Instrument; around: Surroundings },
): Answers {
  const { readers, instrument, around, headings, report } = reading;
  const answers: Answers = {};
  const several = new Map<Item, { chosen: string[]; asked: boolean; at: number }>();
  const note = (at: number, value: string, problem: CellProblem["problem"]) => {
    report.unreadable++;
    report.columns[at]!.lost++;
    if (report.problems.length < mostProblems)
      report.problems.push({ line, heading: headings[at] ?? "", value: firstLetters(value), problem });
  };
  for (const reader of readers) {
    const { at, item, option, meanings } = reader;
    const { cell, words } = apart(cells[at] ?? "");
    if (words) keepOther(instrument, item, words, answers, report);
    if (option !== undefined) {
      const known = several.get(item) ?? { chosen: [], asked: false, at };
      several.set(item, known);
      if (isSkipped(cell)) continue;
      report.columns[at]!.answered++;
      const means = reader.means(cell);
      if (means === "") note(at, cell, "unknown-value");
      else known.asked = true;
      if (means === "yes") known.chosen.push(option);
      continue;
    }
    answers[item.code] ??= null;
    if (isSkipped(cell)) continue;
    report.columns[at]!.answered++;
    const given = givenOf(cell, reader, meanings);
    if (given === undefined) {
      note(at, cell, "unknown-value");
      continue;
    }
    const read = readItem(item, given, around, false);
    if ("problem" in read) note(at, cell, read.problem);
    else answers[item.code] = read.answer;
  }
  for (const [item, { chosen, asked, at }] of several) {
    const read = readItem(item, chosen, around, false);
    if ("problem" in read) note(at, chosen.join(" ┋ "), read.problem);
    else answers[item.code] = asked ? read.answer : null;
  }
  return answers;
}

/** What a form would have sent for this cell; undefined where a value means nothing known. */
function givenOf(cell: string, reader: Reader, meanings: Meaning[] | undefined): string[] | undefined {
  const { item, means } = reader;
  if (item.kind === "consent") return means(cell) === "yes" ? ["yes"] : means(cell) === "no" ? [] : undefined;
  if (item.kind === "date") {
    const found = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?/.exec(cell.normalize("NFKC"));
    const parts = found
      ?.slice(1)
      .filter(Boolean)
      .map((part) => part!.padStart(2, "0"));
    if (!parts) return undefined;
    return kinds.date.write(parts.slice(0, item.precision === "day" ? 3 : 2).join("-"));
  }
  if (item.kind === "sum") {
    const amounts = cell.split(/┋|[;；|\n]/).map((part) => /^(.+?)\s*[:：=]\s*(\d+)$/.exec(part.trim()));
    return amounts.map((found) => {
      const option = item.options.find(
        ({ code, label }) => code === found?.[1] || Object.values(label).includes(found?.[1] ?? ""),
      );
      return partOf(option?.code ?? "?", found?.[2] ?? "");
    });
  }
  if (!meanings) return [item.kind === "year" ? cell.replace(/年$/, "") : cell];
  const parts = partsOfCell(cell, item, (value) => means(value) !== "").map(means);
  if (parts.some((one) => one === "")) return undefined;
  return item.kind === "ranking" ? parts.map((code, place) => partOf(code, place + 1)) : parts;
}

function keepOther(
  instrument: Instrument,
  item: Item,
  words: string,
  answers: Answers,
  report: AnswersReport,
): void {
  const other = otherItem(instrument, item);
  if (other) answers[other.code] = words.slice(0, 100);
  else report.otherWords++;
}

function countNotAsked(
  row: Answers,
  { presented }: Closed,
  line: number,
  { readers, headings, report }: Reading,
): void {
  const asked = new Set(presented);
  for (const [code, answer] of Object.entries(row)) {
    if (answer === null || asked.has(code)) continue;
    report.notAsked++;
    const at = readers.find((one) => one.item.code === code)?.at;
    if (at === undefined) continue;
    report.columns[at]!.lost++;
    if (report.problems.length < mostProblems)
      report.problems.push({ line, heading: headings[at] ?? "", value: "", problem: "not-asked" });
  }
}

/** The instrument with everything in its written order: in which order these people saw it nobody knows. */
const asWritten = (instrument: Instrument): Instrument => ({
  ...instrument,
  pages: instrument.pages.map((page) => ({
    ...page,
    shuffle: false,
    items: page.items.map(({ run: _, ...item }) => item),
  })),
});

/** Items that more than one column was given to: one of them must go. */
export function takenTwice(targets: readonly Target[], instrument: Instrument): Target[] {
  const several = new Set(
    itemsOf(instrument).flatMap(({ code, kind }) => (kind === "multiple" ? [code] : [])),
  );
  const seen = new Set<Target>();
  return targets.filter((target) => {
    if (target === "") return false;
    const [item = ""] = target.split(".");
    const clash =
      seen.has(target) ||
      (several.has(item) &&
        (target === item ? [...seen].some((one) => one.startsWith(`${item}.`)) : seen.has(item)));
    seen.add(target);
    return clash;
  });
}
