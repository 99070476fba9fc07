import type { Text } from "#app/locales/language.ts";
import { Coding } from "./coding.ts";
import { limits, type Place, Unreadable } from "./report.ts";
import type { Columns } from "./xlsform-columns.ts";
import type { FormReport } from "./xlsform-report.ts";
import type { Sheet } from "./xlsform-sheets.ts";

export interface Choice {
  name: string;
  label: Text;
  place: Place;
  /** Words beside it are asked for. */
  other?: true;
  /** Goes with no other one. */
  exclusive?: true;
}
/** The choices of each list, by the list's name, in the file's order. */
export type ChoiceLists = Map<string, Choice[]>;

/** @throws Unreadable where a list has more choices than a question may have */
export function choiceListsOf(sheet: Sheet | undefined, columns: Columns, report: FormReport): ChoiceLists {
  const lists: ChoiceLists = new Map();
  const carried = new Set(["list_name", "name", "label"]);
  const left = new Set<string>();
  for (const row of sheet?.rows ?? []) {
    const list = columns.value(row, "list_name");
    const name = columns.value(row, "name");
    const place = { sheet: "choices", line: row.line };
    // Notes beside the lists, and lines between them.
    if (!list || !name) {
      report.add("changed.options", place, { what: [...row.cells.values()].join(" ").trim() });
      continue;
    }
    const choices = lists.get(list) ?? [];
    if (choices.length >= limits.options) throw new Unreadable("tooMany", place);
    if (choices.some((one) => one.name === name)) report.add("changed.options", place, { what: name });
    else choices.push({ name, label: report.text(columns.text(row, "label"), place), place });
    lists.set(list, choices);
    for (const field of columns.fields(row)) {
      if (field.startsWith("media::")) report.add("lost.media", place, { name: columns.value(row, field) });
      else if (!carried.has(field)) left.add(field);
    }
  }
  for (const name of left) report.add("lost.setting", { sheet: "choices" }, { name });
  return lists;
}

/** The choices of a list as options, and the code of each by its name in the file. */
export interface Options {
  options: { code: string; label: Text; other?: true; exclusive?: true }[];
  values: Map<string, string | number>;
}

/** Turns lists into options, each list once. */
export class OptionLists {
  private readonly known = new Map<string, Options>();
  private readonly lists: ChoiceLists;
  private readonly report: FormReport;

  constructor(lists: ChoiceLists, report: FormReport) {
    this.lists = lists;
    this.report = report;
  }

  /** @returns undefined where there is nothing to choose from */
  of(list: string, orOther: boolean): Options | undefined {
    const before = this.known.get(`${list} ${orOther}`);
    if (before) return before;
    const choices = [...(this.lists.get(list) ?? [])];
    if (orOther && !choices.some(({ name }) => name === "other"))
      choices.push({ name: "other", label: { "zh-CN": "其他", en: "Other" }, place: {} });
    if (choices.length < 2) return undefined;
    const coding = Coding.options();
    const values = new Map<string, string | number>();
    const options = choices.map(({ name, label, place, other, exclusive }) => {
      const code = coding.of(name);
      if (code !== name) this.report.add("changed.values", place, { from: name, to: code });
      values.set(name, code);
      return {
        code,
        label,
        ...(other || (orOther && name === "other") ? { other: true as const } : {}),
        ...(exclusive ? { exclusive } : {}),
      };
    });
    const made = { options, values };
    this.known.set(`${list} ${orOther}`, made);
    return made;
  }
}
