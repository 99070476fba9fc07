import type { Instrument, Item } from "#app/instrument/definition.ts";
import type { Condition } from "#app/questions/base.ts";
import { type Group, same } from "./wjx-text-groups.ts";

/** How the questions' conditions are said in the dialect. */
export interface Routes {
  /** Per question: 依赖于第3题第1个选项. */
  depends: Map<Group, string[]>;
  /** Per question, by the place of the answer: 跳至第7题. */
  jumps: Map<Group, Map<number, string>>;
  lost: { group: Group; condition: Condition }[];
}

/**
 * A condition on one earlier question's answers is a dependency. “Not that answer” of every question from the next one
 * to some later one is a jump. Anything else has no words in the dialect.
 */
export function routesOf(instrument: Instrument, groups: Group[]): Routes {
  const routes: Routes = { depends: new Map(), jumps: new Map(), lost: [] };
  const alone = new Map(groups.filter((one) => !one.matrix).map((one) => [one.items[0].code, one]));
  const places = (code: string, values: (string | number)[]) => {
    const item = alone.get(code)?.items[0];
    const found = item ? values.map((value) => valuesOf(instrument, item).indexOf(value) + 1) : [0];
    return found.every((one) => one > 0) ? found : undefined;
  };
  groups.forEach((group, at) => {
    for (const condition of group.conditions) {
      const inner = "not" in condition ? condition.not : condition;
      const source = "item" in inner ? alone.get(inner.item) : undefined;
      const chosen = "item" in inner ? places(inner.item, inner.in) : undefined;
      if (!source || !chosen || groups.indexOf(source) >= at) routes.lost.push({ group, condition });
      else if (!("not" in condition)) {
        const words = `依赖于第${source.number}题第${chosen.join("、")}个选项`;
        routes.depends.set(group, [...(routes.depends.get(group) ?? []), words]);
      } else if (chosen.length !== 1 || !leaps(groups, groups.indexOf(source), condition))
        routes.lost.push({ group, condition });
      else {
        const hidden = groups.filter((one) => one.conditions.some((other) => same(other, condition)));
        const next = groups[groups.indexOf(hidden.at(-1) ?? group) + 1];
        const words = next ? `请跳至第${next.number}题` : "请跳至问卷末尾，提交答卷";
        const own = routes.jumps.get(source) ?? new Map<number, string>();
        routes.jumps.set(source, own.set(chosen[0] ?? 0, words));
      }
    }
  });
  return routes;
}

/** Whether just the questions right after the source, without a hole, have the condition. */
function leaps(groups: Group[], source: number, condition: Condition): boolean {
  const having = groups.map((one) => one.conditions.some((other) => same(other, condition)));
  const last = having.lastIndexOf(true);
  return having.every((has, at) => has === (at > source && at <= last));
}

/** An item's answers in the order in which they are written. */
export function valuesOf(instrument: Instrument, item: Item): (string | number)[] {
  if (item.kind === "single" || item.kind === "multiple") return item.options.map((one) => one.code);
  if (item.kind !== "scale") return [];
  const scale = instrument.scales[item.scale];
  return [...(scale?.points.map((one) => one.value) ?? []), ...(item.allowNA ? [98] : [])];
}
