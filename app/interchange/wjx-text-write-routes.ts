import type { Instrument, Item } from "#app/instrument/definition.ts";
import type { Condition } from "#app/questions/base.ts";
import type { Group } from "./wjx-text-groups.ts";

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
  const alone = new Map(groups.flatMap((one, at) => (one.matrix ? [] : [[one.items[0].code, at] as const])));
  const having = placesOf(groups);
  groups.forEach((group, at) => {
    for (const condition of group.conditions) {
      const inner = "not" in condition ? condition.not : condition;
      const from = "item" in inner ? (alone.get(inner.item) ?? at) : at;
      const source = groups[from];
      const chosen = source && "in" in inner ? placesIn(instrument, source.items[0], inner.in) : [];
      const [only] = chosen;
      if (from >= at || !source || only === undefined) routes.lost.push({ group, condition });
      else if (!("not" in condition)) {
        const words = `依赖于第${source.number}题第${chosen.join("、")}个选项`;
        routes.depends.set(group, [...(routes.depends.get(group) ?? []), words]);
      } else {
        const hidden = having.get(JSON.stringify(condition)) ?? [];
        const last = hidden.at(-1) ?? at;
        // Just the questions right after the source, without a hole.
        if (chosen.length !== 1 || hidden[0] !== from + 1 || hidden.length !== last - from)
          routes.lost.push({ group, condition });
        else {
          const own = routes.jumps.get(source) ?? new Map<number, string>();
          const next = groups[last + 1];
          routes.jumps.set(
            source,
            own.set(only, next ? `请跳至第${next.number}题` : "请跳至问卷末尾，提交答卷"),
          );
        }
      }
    }
  });
  return routes;
}

/** Which questions have each condition. */
function placesOf(groups: Group[]): Map<string, number[]> {
  const having = new Map<string, number[]>();
  groups.forEach((group, at) => {
    for (const key of new Set(group.conditions.map((one) => JSON.stringify(one)))) {
      const places = having.get(key);
      if (places) places.push(at);
      else having.set(key, [at]);
    }
  });
  return having;
}

/** The answers' places, from 1; none where one of them is no answer of the item. */
function placesIn(instrument: Instrument, item: Item, values: (string | number)[]): number[] {
  const all = valuesOf(instrument, item);
  const places = values.map((value) => all.indexOf(value) + 1);
  return places.includes(0) ? [] : places;
}

/** An item's answers in the order in which they are written. */
export function valuesOf(instrument: Instrument, item: Item): (string | number)[] {
  if (item.kind === "single" || item.kind === "multiple") return item.options.map((one) => one.code);
  if (item.kind !== "scale") return [];
  const scale = instrument.scales[item.scale];
  return [...(scale?.points.map((one) => one.value) ?? []), ...(item.allowNA ? [98] : [])];
}
