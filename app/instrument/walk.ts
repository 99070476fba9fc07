import type { Answers } from "#app/questions/kind.ts";
import type { AskedItem, Page } from "./asked.ts";
import { type Choices, choicesFor, knownChoices } from "./choices.ts";
import { isKnown, type Leaf } from "./condition-leaves.ts";
import type { Definition } from "./definition.ts";
import { isAnswered } from "./items.ts";
import { readingOf, routeSteps, type Step } from "./route-steps.ts";
import { holds, offered } from "./routing.ts";
import { countWays, type Ways } from "./ways.ts";

/** How long one way is so far, and what was answered on it where routing reads it. */
export interface Length {
  items: number;
  seconds: number;
  answers: readonly (readonly [code: string, answer: Answers[string]])[];
}

/** Everybody who from here on is asked alike: what they answered, as far as routing still reads it. */
export interface Group {
  answers: Answers;
  /** The page's own condition holds; something on it, in the block, on any page so far has been asked. */
  isOn: boolean;
  onPage: boolean;
  inBlock: boolean;
  onAny: boolean;
  shortest: Length;
  longest: Length;
}

/** What a walk along all ways at once has met. Items and blocks by code, options as `CODE option`. */
export interface Walk {
  met: { pages: Set<string>; blocks: Set<string>; items: Set<string>; options: Set<string> };
  /** Items that must be answered and on some way cannot be; and those left without an option; with what leads there. */
  deadEnds: Map<string, Answers>;
  unoffered: Map<string, Answers>;
  /** What is answered by those who are then asked nothing at all. */
  nothing: Answers | undefined;
  /** How many different ways there are, as pages and blocks shown. */
  routes: { count: number; atLeast: boolean };
  shortest: Length;
  longest: Length;
  /** False where there were too many ways to go along all of them: what was met is there, what was not met may be. */
  isWhole: boolean;
}

/** What reading and answering takes, in seconds. */
export interface Pace {
  page(page: Page): number;
  item(item: AskedItem): number;
}

/** So many groups are followed at a time. */
const mostGroups = 500;

/**
 * Goes through an instrument along all ways at once. People who answered differently, but whom routing cannot tell apart
 * from here on, go on as one group: the work grows with what routing has to remember, not with how many ways there are.
 */
export function walk(definition: Definition, year: number, pace: Pace): Walk {
  const steps = routeSteps(definition);
  const reading = readingOf(steps);
  const { scales, languages } = definition;
  const found: Omit<Walk, "routes" | "shortest" | "longest"> = {
    met: { pages: new Set(), blocks: new Set(), items: new Set(), options: new Set() },
    ...{ deadEnds: new Map(), unoffered: new Map(), nothing: undefined, isWhole: true },
  };
  const none: Length = { items: 0, seconds: 0, answers: [] };
  const start: Group = {
    answers: {},
    ...{ isOn: false, onPage: false, inBlock: false, onAny: false, shortest: none, longest: none },
  };
  const choicesOf = remembered((item: AskedItem, leaves: Leaf[]) => choicesFor(item, leaves, scales, year));
  const secondsFor = remembered((item: AskedItem) => pace.item(item));

  let groups = [start];
  for (const [name, { leaves }] of reading)
    if (isKnown(name))
      groups = few(groups.flatMap((one) => branched(one, name, knownChoices(name, leaves, languages))));
  let ways: Ways = countWays(groups);
  for (const [at, step] of steps.entries()) {
    const next = new Map(groups.map((group) => [group, take(group, step, at)]));
    const over = [...reading].filter(([, { last }]) => last === at).map(([name]) => name);
    const isBranching = [...next].some(([group, after]) => after.length !== 1 || after[0] !== group);
    const isEnd = step.is === "block-end" || step.is === "page-end";
    if (!isBranching && !isEnd && over.length === 0) continue;
    const merged = merge(next, over);
    ways = ways.go(
      isEnd ? (group) => (step.is === "page-end" ? group.onPage : group.inBlock) : undefined,
      merged,
    );
    groups = [...new Set([...merged.values()].flat())];
    if (isEnd) for (const group of groups) close(group, step);
  }
  for (const group of groups) if (!group.onAny) found.nothing ??= Object.fromEntries(group.shortest.answers);
  return {
    ...found,
    routes: { count: ways.count(), atLeast: ways.areMore || !found.isWhole },
    shortest: groups.map((one) => one.shortest).reduce(shorter),
    longest: groups.map((one) => one.longest).reduce(longer),
  };

  function take(group: Group, step: Step, at: number): Group[] {
    if (step.is === "page") group.isOn = holds(step.page.showIf, group.answers);
    if (step.is === "page-end" && group.onPage) {
      found.met.pages.add(step.page.code);
      group.onAny = true;
      lengthen(group, 0, pace.page(step.page));
    }
    if (step.is === "block-end" && group.inBlock) found.met.blocks.add(step.code);
    if (step.is === "tick") return answered(group, step.item, at);
    if (step.is !== "item" || !group.isOn || !holds(step.item.showIf, group.answers)) return [group];
    return answered(group, ask(group, step.item), at);
  }

  /** The item as this group meets it. */
  function ask(group: Group, written: AskedItem): AskedItem {
    const item = offered(written, group.answers);
    found.met.items.add(item.code);
    if ("options" in item) {
      for (const option of item.options) found.met.options.add(`${item.code} ${option.code}`);
      if (item.options.length === 0 && !item.required)
        found.unoffered.set(item.code, Object.fromEntries(group.shortest.answers));
    }
    if (isAnswered(item)) Object.assign(group, { onPage: true, inBlock: true });
    lengthen(group, isAnswered(item) ? 1 : 0, secondsFor(item));
    return item;
  }

  function answered(group: Group, item: AskedItem, at: number): Group[] {
    const read = reading.get(item.code);
    const leaves = read && read.last >= at ? read.leaves : undefined;
    if (!isAnswered(item) || (!leaves && !item.required)) return [group];
    const choices = choicesOf(item, leaves ?? []);
    if (choices.answers.length === 0 && !found.deadEnds.has(item.code))
      found.deadEnds.set(item.code, Object.fromEntries(group.shortest.answers));
    return leaves ? branched(group, item.code, choices) : [group];
  }

  function branched(group: Group, code: string, { answers, isWhole }: Choices): Group[] {
    if (!isWhole) found.isWhole = false;
    if (answers.length === 0) return [group];
    return answers.map((answer) => {
      const add = (length: Length): Length => ({ ...length, answers: [...length.answers, [code, answer]] });
      return {
        ...group,
        // Skipped is to routing what never asked is.
        answers: answer === null ? { ...group.answers } : { ...group.answers, [code]: answer },
        shortest: add(group.shortest),
        longest: add(group.longest),
      };
    });
  }

  /** Those who came after each group, where people who are asked alike from here on are one. */
  function merge(next: Map<Group, Group[]>, over: string[]): Map<Group, Group[]> {
    const known = new Map<string, Group>();
    return new Map(
      [...next].map(([group, after]) => [
        group,
        after.flatMap((one) => {
          for (const name of over) delete one.answers[name];
          const key = JSON.stringify([
            Object.entries(one.answers),
            one.isOn,
            one.onPage,
            one.inBlock,
            one.onAny,
          ]);
          const same = known.get(key);
          if (same) {
            same.shortest = shorter(same.shortest, one.shortest);
            same.longest = longer(same.longest, one.longest);
            return [same];
          }
          if (known.size >= mostGroups) {
            found.isWhole = false;
            return [];
          }
          known.set(key, one);
          return [one];
        }),
      ]),
    );
  }

  function few(all: Group[]): Group[] {
    if (all.length > mostGroups) found.isWhole = false;
    return all.slice(0, mostGroups);
  }
}

function close(group: Group, step: Step): void {
  group.inBlock = false;
  if (step.is === "page-end") Object.assign(group, { isOn: false, onPage: false });
}

function lengthen(group: Group, items: number, seconds: number): void {
  const add = (one: Length): Length => ({ ...one, items: one.items + items, seconds: one.seconds + seconds });
  group.shortest = add(group.shortest);
  group.longest = add(group.longest);
}

const shorter = (a: Length, b: Length): Length => (b.seconds < a.seconds ? b : a);
const longer = (a: Length, b: Length): Length => (b.seconds > a.seconds ? b : a);

/** Items differ in the options they offer only: what is found out about one holds wherever it offers the same. */
function remembered<Rest extends unknown[], Value>(find: (item: AskedItem, ...rest: Rest) => Value) {
  const known = new Map<string, Value>();
  return (item: AskedItem, ...rest: Rest): Value => {
    const options = "options" in item ? item.options.map((one) => one.code).join(" ") : "";
    const key = `${item.code} ${options}`;
    if (!known.has(key)) known.set(key, find(item, ...rest));
    return known.get(key) as Value;
  };
}
