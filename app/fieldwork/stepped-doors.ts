import { type SteppedCell, shownCells } from "./stepped-count.ts";

/** A door as its wave's table counts it. */
export interface SteppedDoor extends SteppedCell {
  id: string;
  /** What is known of everybody behind it, by variable; the value's English name stands for it. */
  cohort: Readonly<Record<string, string>>;
}

export interface SteppedDoors {
  /** Ids of the doors whose numbers may be shown. */
  shown: Set<string>;
  /** Sets of doors of which only the sum is known. */
  together: Set<string>[];
}

/**
 * The doors of one wave under the rule of `shownCells`, on two levels where they belong to colleges or the like: first
 * the colleges, whose sum is the wave's; then, in each college that is shown, its doors. One small class holds back two
 * neighbours in its own college instead of two doors anywhere and the colleges they are in.
 */
export function steppedDoors(doors: readonly SteppedDoor[], k: number): SteppedDoors {
  const ordered = [...doors].sort(
    (a, b) =>
      Number(a.guarded) - Number(b.guarded) ||
      (a.expected ?? Number.MAX_SAFE_INTEGER) - (b.expected ?? Number.MAX_SAFE_INTEGER) ||
      (a.id < b.id ? -1 : 1),
  );
  const variable = coarsestVariable(doors);
  const groups = new Map<string, SteppedDoor[]>();
  for (const door of ordered) {
    const group = (variable && door.cohort[variable]) ?? "";
    groups.set(group, [...(groups.get(group) ?? []), door]);
  }
  const line = [...groups.values()].map((members) => ({
    n: members.reduce((sum, door) => sum + door.n, 0),
    guarded: members.some((door) => door.guarded),
    members,
  }));
  const shownGroups = shownCells(line, k);
  const result: SteppedDoors = { shown: new Set(), together: [] };
  const hide = (hidden: SteppedDoor[]) => {
    if (hidden.length > 0) result.together.push(new Set(hidden.map((door) => door.id)));
  };
  hide(line.flatMap(({ members }, at) => (shownGroups[at] ? [] : members)));
  for (const [at, { members }] of line.entries()) {
    if (!shownGroups[at]) continue;
    const shown = shownCells(members, k);
    for (const [index, door] of members.entries()) if (shown[index]) result.shown.add(door.id);
    hide(members.filter((_, index) => !shown[index]));
  }
  return result;
}

/**
 * Whether the sum over some doors may be shown: only if what is shown already tells it, so that it tells nothing new.
 */
export const tellsNothingNew = (
  doors: ReadonlySet<string>,
  together: readonly ReadonlySet<string>[],
): boolean =>
  together.every((set) => {
    const inside = [...set].filter((door) => doors.has(door)).length;
    return inside === 0 || inside === set.size;
  });

/** The variable with the fewest values, at least two: colleges rather than classes. */
function coarsestVariable(doors: readonly SteppedDoor[]): string | undefined {
  const values = new Map<string, Set<string>>();
  for (const door of doors)
    for (const [variable, value] of Object.entries(door.cohort))
      values.set(variable, (values.get(variable) ?? new Set()).add(value));
  return [...values]
    .filter(([, set]) => set.size >= 2)
    .sort(([a, one], [b, other]) => one.size - other.size || (a < b ? -1 : 1))[0]?.[0];
}
