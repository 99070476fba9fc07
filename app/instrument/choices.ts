import { type Answer, type AnswerScale, missing } from "#app/questions/kind.ts";
import { formats } from "#app/questions/short.ts";
import type { AskedItem } from "./asked.ts";
import type { Leaf } from "./condition-leaves.ts";
import { holds } from "./routing.ts";

/** The answers to an item that routing can tell apart: one for each way in which the conditions on it turn out. */
export interface Choices {
  answers: (Answer | null)[];
  /** False where there were too many to look at all of them. */
  isWhole: boolean;
}

/** With more options named in conditions than this, only one and two at a time are looked at. */
const mostSubsets = 8;

/** Twelve digits are taken before the point. */
export const mostNumber = 999_999_999_999;

/**
 * @param item with the options that are offered
 * @param leaves what conditions say of it
 * @returns no answers at all if it must be answered and cannot be
 */
export function choicesFor(
  item: AskedItem,
  leaves: readonly Leaf[],
  scales: Record<string, AnswerScale>,
  year: number,
): Choices {
  const { answers, isWhole } = candidates(item, leaves, scales, year);
  const told = new Map<string, Answer | null>();
  for (const answer of item.required ? answers : [...answers, null]) {
    const key = leaves.map((leaf) => holds(leaf, { [leaf.item]: answer })).join();
    if (!told.has(key)) told.set(key, answer);
  }
  return { answers: [...told.values()], isWhole };
}

/** What somebody may be known by whom no item is asked about: a language, a variable of a link. */
export function knownChoices(name: string, leaves: readonly Leaf[], languages: readonly string[]): Choices {
  const named = namedIn(leaves).filter((value) => typeof value === "string");
  // What a variable is called in two languages may be two of these names.
  const both = named.flatMap((one) => named.flatMap((two) => (one < two ? [[one, two]] : []))).slice(0, 200);
  // Before and behind every name stands another; links may also lack the variable.
  const answers =
    name === "language"
      ? [...languages]
      : [...named, ...both, " ", "~", ...named.map((one) => `${one}~`), null];
  const told = new Map<string, Answer | null>();
  for (const answer of answers) {
    const key = leaves.map((leaf) => holds(leaf, { [leaf.item]: answer })).join();
    if (!told.has(key)) told.set(key, answer);
  }
  return { answers: [...told.values()], isWhole: true };
}

const namedIn = (leaves: readonly Leaf[]): (string | number)[] =>
  leaves.flatMap((leaf) => ("in" in leaf ? leaf.in : "than" in leaf ? [leaf.than] : []));

const whole = (answers: Answer[]): { answers: Answer[]; isWhole: boolean } => ({ answers, isWhole: true });

function candidates(
  item: AskedItem,
  leaves: readonly Leaf[],
  scales: Record<string, AnswerScale>,
  year: number,
): { answers: Answer[]; isWhole: boolean } {
  const named = namedIn(leaves);
  const texts = named.filter((value) => typeof value === "string");
  const numbers = named.filter((value) => typeof value === "number");
  switch (item.kind) {
    case "scale": {
      const points = (Object.hasOwn(scales, item.scale) && scales[item.scale]?.points) || [];
      return whole([...points.map(({ value }) => value), ...(item.allowNA ? [missing.notApplicable] : [])]);
    }
    case "differential":
      return whole(upTo(1, item.points));
    case "nps":
      return whole(upTo(0, 10));
    case "slider":
      return whole(item.steps.map(({ value }) => value));
    case "year":
      return whole(upTo(item.min, item.max === "current" ? year : item.max));
    case "number": {
      const step = 10 ** -item.decimals;
      const [least, most] = [item.min ?? -mostNumber, item.max ?? mostNumber];
      const round = (value: number) => Number((Math.round(value / step) * step).toFixed(item.decimals));
      return whole(
        [least, most, 0, ...numbers.flatMap((one) => [one - step, one, one + step])]
          .map(round)
          .filter((value) => value >= least && value <= most),
      );
    }
    case "date":
      return whole(days(item.min, item.max === "current" ? `${year}-12` : item.max, item.precision, texts));
    case "single":
    case "check":
      return whole(item.options.map(({ code }) => code));
    case "multiple": {
      const alone = item.options.filter((one) => one.exclusive).map(({ code }) => code);
      const others = item.options.filter((one) => !one.exclusive).map(({ code }) => code);
      const several = subsets(others, texts, item.min ?? 1, item.max ?? others.length);
      return { ...several, answers: [...alone.map((code) => [code]), ...several.answers] };
    }
    case "ranking": {
      const codes = item.options.map(({ code }) => code);
      const places = Math.min(item.max ?? codes.length, codes.length);
      return places === 0 ? whole([]) : subsets(codes, texts, places, places);
    }
    case "sum": {
      const [first, ...rest] = item.options.map(({ code }) => code);
      if (!first) return whole([]);
      const amounts = Object.fromEntries([[first, item.total], ...rest.map((code) => [code, 0])]);
      return whole([{ amounts }]);
    }
    case "catalogue":
      return whole([...texts, { pending: "…" }]);
    case "text":
      return whole([...texts.filter((one) => one.trim()), "…"]);
    case "short": {
      const some = {
        plain: "…",
        postcode: "100000",
        code: "A",
        digits: "1",
        time: "9:00",
        web: "http://a.b",
      };
      const takes = (value: string) =>
        value.length > 0 && [...value].length <= item.maxLength && formats[item.format].test(value);
      return whole([...texts, some[item.format]].filter(takes));
    }
    case "consent":
      return whole([true]);
    default:
      return whole([]);
  }
}

const upTo = (least: number, most: number) =>
  Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => least + at);

/** Days, or months, at both ends and around each one named. */
function days(min: string, max: string, precision: "month" | "day", named: string[]): string[] {
  const iso = (time: Date) => time.toISOString().slice(0, 10);
  const around = named.flatMap((one) => {
    const time = Date.parse(`${one.length === 7 ? `${one}-01` : one}T00:00:00Z`);
    if (Number.isNaN(time)) return [];
    const at = (days: number) => new Date(time + days * 86_400_000);
    return [-32, -1, 0, 1, 32].map((by) => iso(at(by)));
  });
  const [y = 0, m = 1] = max.split("-").map(Number);
  const last = iso(new Date(Date.UTC(y, m, 0)));
  const length = precision === "day" ? 10 : 7;
  return [`${min}-01`, last, ...around]
    .filter((day) => day.slice(0, 7) >= min && day.slice(0, 7) <= max)
    .map((day) => day.slice(0, length));
}

/** Several of `codes`, between `min` and `max` of them: every way in which the named ones can be among them. */
function subsets(codes: string[], named: string[], min: number, max: number) {
  const told = codes.filter((code) => named.includes(code));
  const rest = codes.filter((code) => !named.includes(code));
  const sets: string[][] = [[]];
  const isWhole = told.length <= mostSubsets;
  if (isWhole) for (const code of told) sets.push(...sets.map((set) => [...set, code]));
  else {
    sets.push(told, ...told.map((code) => [code]));
    for (const one of told) for (const two of told) if (one < two) sets.push([one, two]);
  }
  const answers = sets.flatMap((set) => {
    const more = Math.max(min - set.length, set.length === 0 ? 1 : 0, 0);
    if (set.length + more > max || more > rest.length) return [];
    const chosen = new Set([...set, ...rest.slice(0, more)]);
    return [codes.filter((code) => chosen.has(code))];
  });
  return { answers, isWhole };
}
