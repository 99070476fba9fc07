import type { Instrument, Item } from "#app/instrument/definition.ts";
import type { Condition } from "#app/questions/base.ts";

/** Items written as one question: a matrix, or a single item. */
export interface Group {
  number: number;
  /** Of the page, and of its first item. */
  page: number;
  path: string;
  matrix: boolean;
  items: [Item, ...Item[]];
  /** All must hold, the page's included. */
  conditions: Condition[];
}

/** Gathers the rows of matrices and numbers the questions: Q7 and Q7_1 keep their 7 where the numbers rise. */
export function groupsOf(instrument: Instrument): Group[] {
  const groups: Group[] = [];
  let last = 0;
  for (const [at, page] of instrument.pages.entries()) {
    for (const [index, item] of page.items.entries()) {
      // Words beside an option are asked for by that.
      if (item.otherOf) continue;
      const before = groups.at(-1);
      if (before?.page === at && before.matrix && joins(before, item)) {
        before.items.push(item);
        continue;
      }
      const own = Number(/^Q(\d{1,4})(?:_1)?$/.exec(item.code)?.[1]);
      last = own > last ? own : last + 1;
      groups.push({
        number: last,
        page: at,
        path: `pages.${at}.items.${index}`,
        matrix: startsMatrix(item, page.items[index + 1]),
        items: [item],
        conditions: [...flat(page.showIf), ...flat(item.showIf)],
      });
    }
  }
  return groups;
}

const flat = (condition: Condition | undefined): Condition[] =>
  condition === undefined ? [] : "all" in condition ? condition.all.flatMap(flat) : [condition];

/** Q7 is a question by itself, Q7_1 a matrix's row. */
const alone = (code: string) => /^Q\d{1,4}$/.test(code);
const imported = (code: string) => /^Q(\d{1,4})_(\d{1,4})$/.exec(code);

function startsMatrix(item: Item, next: Item | undefined): boolean {
  if (!["scale", "single", "multiple", "text"].includes(item.kind)) return false;
  if (imported(item.code))
    return item.code.endsWith("_1") && (item.kind === "scale" || item.help !== undefined);
  if (alone(item.code)) return false;
  return (
    item.kind === "scale" &&
    next !== undefined &&
    !alone(next.code) &&
    next.help === undefined &&
    alike(item, next)
  );
}

function joins(group: Group, item: Item): boolean {
  const [first] = group.items;
  const [rows, row] = [imported(first.code), imported(item.code)];
  if (Boolean(rows) !== Boolean(row) || alone(item.code)) return false;
  if (rows && row && (rows[1] !== row[1] || Number(row[2]) !== group.items.length + 1)) return false;
  const stem = item.kind === "scale" ? item.help === undefined : same(item.help, first.help);
  return stem && alike(first, item);
}

/** Whether two items differ in nothing but what a matrix's rows may differ in. */
const alike = (one: Item, other: Item): boolean => same(shared(one), shared(other));

function shared(item: Item): unknown {
  const { kind, required, showIf } = item;
  const own =
    item.kind === "scale"
      ? [item.scale, item.allowNA, item.reverse]
      : item.kind === "single"
        ? item.options
        : item.kind === "multiple"
          ? [item.options, item.max ?? null]
          : [];
  return [kind, required, showIf ?? null, own];
}

export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
