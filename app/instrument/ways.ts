import type { Group } from "./walk.ts";

/** So many different sets of groups are told apart before counting stops. */
const mostSets = 2000;

/**
 * Different ways so far, counted without listing them: two ways that lead to the same groups are continued by the same
 * ways, so only how many lead to each set of groups is kept (as when a finite automaton is made deterministic).
 */
export interface Ways {
  /**
   * @param told which groups this step shows something to; undefined where it shows everybody the same
   * @param next what each group becomes
   */
  go(told: ((group: Group) => boolean) | undefined, next: Map<Group, Group[]>): Ways;
  count(): number;
  /** Whether there were too many to count. */
  areMore: boolean;
}

export function countWays(groups: Group[]): Ways {
  return waysOf([{ groups: new Set(groups), count: 1 }], false);
}

interface Way {
  groups: Set<Group>;
  count: number;
}

function waysOf(ways: Way[], areMore: boolean): Ways {
  return {
    areMore,
    count: () => ways.reduce((all, { count }) => all + count, 0),
    go(told, next) {
      const numbers = new Map<Group, number>();
      const numberOf = (group: Group) => {
        const known = numbers.get(group) ?? numbers.size;
        numbers.set(group, known);
        return known;
      };
      const after = new Map<string, Way>();
      let isOver = areMore;
      for (const { groups, count } of ways) {
        const parts = told
          ? [true, false].map((is) => [...groups].filter((one) => told(one) === is))
          : [[...groups]];
        for (const part of parts) {
          const to = new Set(part.flatMap((group) => next.get(group) ?? []));
          if (to.size === 0) continue;
          const key = [...to]
            .map(numberOf)
            .sort((a, b) => a - b)
            .join();
          const known = after.get(key);
          if (known) known.count += count;
          else if (after.size < mostSets) after.set(key, { groups: to, count });
          else isOver = true;
        }
      }
      return waysOf([...after.values()], isOver);
    },
  };
}
