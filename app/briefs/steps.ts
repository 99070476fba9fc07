import { nearlyAlike, someAlike } from "#app/results/group-disclosure.ts";
import {
  type HeldBack,
  PUBLIC_K,
  type Release,
  type ReleaseGroups,
  type ReleaseItem,
  type ReleaseVariable,
} from "./release.ts";
import { type Counted, canStand, hiddenUnion } from "./subtraction.ts";

const held = { shown: false, why: "difference" } as const;

/** As `holdBackFromAll` with one release before. */
export const holdBack = (previous: Release, next: Release): Release => holdBackFromAll([previous], next);

/**
 * Holds back from a new release what, subtracted from any earlier one, would describe fewer than the public threshold:
 * a mean and its base in both give the sum of the newcomers' answers, a table in both gives the newcomers one by one.
 * A table is held back as a whole, so that nothing can be worked out from its neighbours and a visible total; and the
 * cells it hides are always the same, because a hidden pair that moves gives away what it hid before.
 * Every earlier release counts: what the last one withheld may still stand in the one before.
 */
export function holdBackFromAll(earlier: readonly Release[], next: Release): Release {
  const heldBack: HeldBack[] = [];
  const themesBefore = earlier.flatMap((one) => one.themes);
  const itemsBefore = earlier.flatMap((one) =>
    [...one.themes, ...one.unscored].flatMap((block) => block.items as ReleaseItem[]),
  );
  const items = (list: ReleaseItem[]) =>
    list.map((item) =>
      itemsBefore.some((before) => before.code === item.code && tellsNewcomersItem(before, item))
        ? { ...item, result: held }
        : item,
    );
  return {
    ...next,
    themes: next.themes.map((theme) => ({
      ...theme,
      result: themesBefore.some(
        (before) => before.code === theme.code && tellsNewcomersMean(before.result, theme.result),
      )
        ? held
        : theme.result,
      items: items(theme.items),
    })),
    unscored: next.unscored.map((block) => ({ ...block, items: items(block.items) })),
    variables: next.variables.map((one) => stepVariable(earlier, next, one, heldBack)),
    groups: next.groups.flatMap((table) => stepGroups(earlier, next, table, heldBack)),
    heldBack,
  };
}

function stepVariable(
  earlier: readonly Release[],
  next: Release,
  variable: ReleaseVariable,
  heldBack: HeldBack[],
): ReleaseVariable {
  const { code, text, short } = variable;
  const before = earlier.flatMap((release) => {
    const same = release.variables.find((one) => one.code === code && one.base.shown);
    return same ? [{ number: release.number, table: countedVariable(release, same) }] : [];
  });
  if (before.length === 0 || !variable.base.shown) return variable;
  const now = countedVariable(next, variable);
  const union = hiddenUnion([...before.map((one) => one.table), now]);
  if (before.every((one) => canStand(one.table, now, union)))
    return {
      ...variable,
      // One reason for all of them: which cell has grown past the threshold since is nobody's business.
      options: variable.options.map((option) =>
        union.has(option.code) ? { ...option, result: held } : option,
      ),
    };
  heldBack.push({ variable: { code, text, ...(short ? { short } : {}) }, standsIn: before.at(-1)!.number });
  return {
    ...variable,
    base: held,
    options: variable.options.map((option) => ({ ...option, result: held })),
  };
}

function stepGroups(
  earlier: readonly Release[],
  next: Release,
  table: ReleaseGroups,
  heldBack: HeldBack[],
): ReleaseGroups[] {
  const { theme, variable } = table;
  const before = earlier.flatMap((release) => {
    const same = release.groups.find(
      (one) => one.theme.code === theme.code && one.variable.code === variable.code,
    );
    return same ? [{ number: release.number, rows: same.rows, table: countedGroups(release, same) }] : [];
  });
  if (before.length === 0) return [table];
  const now = countedGroups(next, table);
  const union = hiddenUnion([...before.map((one) => one.table), now]);
  const stands = before.every(
    (one) =>
      canStand(one.table, now, union) &&
      !table.rows.some((row) => {
        const same = one.rows.find(({ code }) => code === row.code);
        return same && tellsNewcomersMean(same.result, row.result);
      }),
  );
  const rows = table.rows.map((row) => (union.has(row.code) ? { ...row, result: held } : row));
  if (stands && rows.filter((row) => row.result.shown).length > 1) return [{ ...table, rows }];
  heldBack.push({ theme, variable, standsIn: before.at(-1)!.number });
  return [];
}

function countedVariable({ n }: Release, { base, measure, options }: ReleaseVariable): Counted {
  const cells = options.map(({ code, result }) => [code, result.shown ? result.count : null] as const);
  if (!base.shown) return { cells: new Map(cells), totals: [] };
  const { skipped } = base;
  return {
    cells: new Map(cells),
    total: base.n,
    exclusive: measure !== "several",
    // How many left a question open is no secret; how many were routed past it tells who they are.
    totals: [base.n, skipped === undefined ? 0 : n - base.n - skipped],
  };
}

function countedGroups(release: Release, { theme, rows }: ReleaseGroups): Counted {
  const whole = release.themes.find((one) => one.code === theme.code)?.result;
  return {
    cells: new Map(rows.map(({ code, result }) => [code, result.shown ? result.n : null] as const)),
    ...(whole?.shown ? { total: whole.n } : {}),
    exclusive: true,
    // Those who came to all groups together may well have come to one: a base, not a disclosure.
    mayBeOfOne: true,
    totals: whole?.shown ? [whole.n] : [],
  };
}

type Mean = Release["themes"][number]["result"] | ReleaseGroups["rows"][number]["result"];

/** Whether two means and their bases say what fewer than the threshold think, or what each newcomer thinks. */
function tellsNewcomersMean(before: Mean, now: Mean): boolean {
  if (!before.shown || !now.shown) return false;
  const moved = now.n - before.n;
  if (moved === 0) return now.mean.estimate !== before.mean.estimate;
  if (Math.abs(moved) < PUBLIC_K) return true;
  const theirs = (now.n * now.mean.estimate - before.n * before.mean.estimate) / moved;
  // All at one end of the scale: the mean of the newcomers is what each of them said.
  return theirs < 1.05 || theirs > 4.95;
}

/** The same for one statement, whose points give the newcomers' answers point by point. */
function tellsNewcomersItem({ result: before }: ReleaseItem, { result: now }: ReleaseItem): boolean {
  if (!before.shown || !now.shown) return false;
  const steps = now.points.map(({ value, share }) => {
    const old = before.points.find((one) => one.value === value)?.share ?? 0;
    return typeof share === "number" && typeof old === "number"
      ? Math.round(share * now.n) - Math.round(old * before.n)
      : undefined;
  });
  const moved = now.n - before.n;
  if (moved === 0) return steps.some((step) => step !== 0);
  if (Math.abs(moved) < PUBLIC_K) return true;
  const known = steps.filter((step) => step !== undefined);
  const signed = known.map((step) => step * Math.sign(moved));
  // Bounds tell no steps; some left and others came: then no point's step is a number of newcomers.
  if (known.length < steps.length || signed.some((step) => step < 0)) return false;
  return nearlyAlike(signed) || someAlike(signed, Math.abs(moved));
}
