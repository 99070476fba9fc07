import type { MailState } from "#app/fieldwork/board-counts.ts";
import type { BoardPage } from "#app/fieldwork/board-page.ts";
import type { Dispositions, ListMail } from "#app/fieldwork/dispositions.ts";
import type { LedgerLine } from "#app/fieldwork/ledger.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type { Cell } from "./cell.ts";

type Row = [section: string, row: string, measure: string, value: Cell, note: string];

const stages = ["started", "partial", "complete", "counted", "excluded", "withdrawn"] as const;
const rounded = (n: number) => Math.round(n * 10) / 10;

/** The board as rows of a file: every number the page shows, held back where the page holds it back, and none besides. */
export function boardTable(
  page: BoardPage,
  study: string,
  language: Language,
): { head: string[]; rows: Row[] } {
  const { board, common, studio } = messagesIn(language);
  const { file, ledger, doors, key, rates, composition, mail } = board;
  const { numbers, lists } = page.board;
  const rows: Row[] = [];
  const add = (section: string, row: string, measure: string, value: Cell | undefined, note = "") =>
    rows.push([section, row, measure, value ?? "", value === undefined ? heldBack : note]);
  const heldBack = fill(file.heldBack, { k: page.k });
  const line = (section: string, row: string, of: LedgerLine | undefined, note = "") => {
    if (!of) return add(section, row, ledger.complete, undefined);
    for (const stage of stages) add(section, row, ledger[stage], of[stage], note);
  };
  const chosen = page.waves.find((one) => one.number === page.chosen);
  add(file.study, study, board.wave, chosen?.name[language] ?? board.allWaves);
  add(file.study, study, file.asOf, `${page.day} ${page.asOf}`, page.timeZone);
  for (const one of page.board.leftOut) add(file.study, one.name[language], ledger.complete, undefined);
  if (numbers) {
    for (const stage of stages)
      add(ledger.title, ledger[stage], ledger.number, numbers.ledger.total[stage], ledger.meaning[stage]);
    for (const sum of numbers.ledger.failing) add(ledger.title, ledger.proof, sum, 0, ledger.wrong[sum]);
    if (page.median) {
      add(
        key.minutes,
        "",
        file.minutes,
        rounded(page.median.minutes),
        fill(key.minutesNote, { n: page.median.n }),
      );
    }
    for (const door of numbers.doors) {
      const name = door.name[language];
      line(doors.title, name, door.line, doors.kinds[door.kind]);
      if (door.expected !== null) add(doors.title, name, doors.expected, door.expected);
      if (door.share !== undefined)
        add(doors.title, name, doors.share, rounded(100 * door.share), file.percent);
    }
    if (numbers.heldBack)
      line(doors.title, fill(doors.held.other, { n: numbers.heldBack.doors }), numbers.heldBack.line);
    if (numbers.ledger.doorless > 0)
      add(doors.title, doors.doorless, ledger.withdrawn, numbers.ledger.doorless);
    for (const { variable, apart, rows: groups } of numbers.cohorts) {
      const name = (board.variables as Record<string, string>)[variable] ?? variable;
      if (!apart)
        for (const group of groups)
          line(fill(doors.cohort, { variable: name }), group.label[language], group.line);
    }
    for (const { from, to, n } of numbers.overTime.periods)
      add(file.day, from === to ? from : `${from} – ${to}`, studio.overview.answersColumn, n);
    for (const [hour, n] of numbers.hours?.entries() ?? [])
      add(board.hours.title, fill(board.hours.at, { from: hour, to: hour + 1 }), doors.total, n);
    for (const one of numbers.funnel.rows) {
      const title = page.pages.find(({ code }) => code === one.page)?.title[language] ?? one.page;
      add(studio.overview.pages, title, file.reached, one.reached);
      add(studio.overview.pages, title, file.stopped, one.open + one.gone);
    }
    for (const { name, result } of lists) {
      if (typeof result === "string") {
        rows.push([rates.title, name[language], rates.rr1, "", rates[result]]);
        continue;
      }
      add(rates.title, name[language], file.invited, result.invited);
      add(
        rates.title,
        name[language],
        rates.rr1,
        rounded(100 * result.rr1),
        `${file.percent}: ${rates.rr1Means}`,
      );
      add(
        rates.title,
        name[language],
        rates.rr2,
        rounded(100 * result.rr2),
        `${file.percent}: ${rates.rr2Means}`,
      );
      for (const [code, n] of Object.entries(result.dispositions)) {
        const kind = rates.kinds[code as keyof Dispositions];
        add(rates.title, name[language], `${kind.code} ${kind.name}`, n, kind.means);
      }
      for (const [state, n] of Object.entries(result.mail))
        add(rates.title, name[language], rates.mail[state as keyof ListMail], n, rates.mailNote);
    }
  }
  for (const variable of page.composition?.variables ?? [])
    for (const row of variable.rows) {
      const at = [`${composition.title}: ${variable.text[language]}`, row.label[language]] as const;
      if (row.target !== undefined) add(...at, composition.target, row.target, file.percent);
      if ("hidden" in row.achieved) {
        const why = (common.hidden as Record<string, string>)[row.achieved.hidden] ?? common.hidden.few;
        rows.push([...at, composition.achieved, "", fill(why, { k: page.k })]);
      } else {
        add(...at, composition.achieved, rounded(row.achieved.percent), file.percent);
        add(...at, composition.number, row.achieved.n, row.achieved.about ? composition.about : "");
      }
    }
  for (const [state, n] of Object.entries(page.board.mail))
    add(mail.title, mail.states[state as MailState], mail.letters, n);
  return { head: [file.section, file.row, file.measure, file.value, file.note], rows };
}
