import { dateYears } from "#app/questions/date.ts";
import type { Item } from "#app/questions/index.ts";
import { type Answer, type AnswerScale, missing } from "#app/questions/kind.ts";
import { placesOf } from "#app/questions/ranking.ts";
import type { formats } from "#app/questions/short.ts";
import { yearsOf } from "#app/questions/year.ts";
import type { Chance } from "./chance.ts";

/** Who is invented: how much they agree with everything, as a standard normal number. */
export interface Invented {
  attitude: number;
}

/** Words that nobody takes for a student's. */
const words = "（合成作答 synthetic answer）";
const samples: Record<keyof typeof formats, string> = {
  plain: words,
  postcode: "100000",
  code: "TEST-1",
  digits: "123",
  time: "09:30",
  web: "https://example.org/",
};

/**
 * An answer such as the survey could receive to one item; never null. Statements follow the person's attitude, so that
 * scales made of them hang together; everything else is left to chance.
 * @param scales the instrument's answer scales
 * @param year the current year
 */
export function syntheticAnswer(
  item: Item,
  person: Invented,
  { scales, year }: { scales: Record<string, AnswerScale>; year: number },
  chance: Chance,
): Answer | null {
  switch (item.kind) {
    case "scale":
      return pointOf(item, scales[item.scale], person, chance);
    case "differential":
      return 1 + chance.integer(item.points);
    case "nps":
      return Math.max(0, Math.min(10, Math.round(7 + person.attitude + 2 * chance.normal())));
    case "slider":
      return chance.pick(item.steps).value;
    case "single":
      return item.options.length > 0 ? chance.pick(item.options).code : null;
    case "check":
      return chance.unit() < 0.95 ? item.expect : chance.pick(item.options).code;
    case "multiple":
      return severalOf(item, chance);
    case "ranking":
      return chance
        .shuffled(item.options)
        .slice(0, placesOf(item))
        .map((one) => one.code);
    case "sum":
      return {
        amounts: partsOf(
          item.options.map((one) => one.code),
          item.total,
          chance,
        ),
      };
    case "number":
      return numberOf(item, chance);
    case "year": {
      const years = yearsOf(item, year);
      return years.length > 0 ? chance.pick(years) : null;
    }
    case "date":
      return dayOf(item, year, chance);
    case "catalogue":
      return { pending: words };
    case "text":
      return [...words].slice(0, item.maxLength).join("");
    case "short":
      return [...samples[item.format]].length <= item.maxLength ? samples[item.format] : null;
    case "consent":
      return true;
    case "section":
    case "image":
      return null;
  }
}

type Of<K extends Item["kind"]> = Extract<Item, { kind: K }>;

function pointOf(item: Of<"scale">, scale: AnswerScale | undefined, person: Invented, chance: Chance) {
  if (!scale) return null;
  if (item.expect !== undefined && chance.unit() < 0.95) return item.expect;
  if (item.allowNA && chance.unit() < 0.04) return missing.notApplicable;
  const last = scale.points.length - 1;
  const middle = last / 2;
  const agrees = item.reverse ? -person.attitude : person.attitude;
  const place = Math.round(middle + (0.35 + agrees + 0.8 * chance.normal()) * (last / 5));
  return scale.points[Math.max(0, Math.min(last, place))]!.value;
}

function severalOf({ options, min = 1, max }: Of<"multiple">, chance: Chance): string[] | null {
  const alone = options.filter((one) => one.exclusive);
  if (alone.length > 0 && chance.unit() < 0.1) return [chance.pick(alone).code];
  const others = options.filter((one) => !one.exclusive);
  const most = Math.min(max ?? others.length, others.length);
  if (most < min) return null;
  const chosen = new Set(
    chance
      .shuffled(others)
      .slice(0, min + chance.integer(most - min + 1))
      .map((one) => one.code),
  );
  return options.flatMap(({ code }) => (chosen.has(code) ? [code] : []));
}

function partsOf(codes: string[], total: number, chance: Chance): Record<string, number> {
  const cuts = [0, ...codes.slice(1).map(() => chance.integer(total + 1)), total].sort((a, b) => a - b);
  return Object.fromEntries(codes.map((code, index) => [code, cuts[index + 1]! - cuts[index]!]));
}

function numberOf({ min, max, decimals }: Of<"number">, chance: Chance): number {
  const from = min ?? (max === undefined ? 0 : Math.min(0, max));
  const to = max ?? from + 100;
  const step = 10 ** -decimals;
  const value = from + Math.round((chance.unit() * (to - from)) / step) * step;
  return Math.min(to, Number(value.toFixed(decimals)));
}

function dayOf(item: Of<"date">, year: number, chance: Chance): string | null {
  const years = dateYears(item, year);
  if (years.length === 0) return null;
  const last = item.max === "current" ? `${year}-12` : item.max;
  const drawn = `${chance.pick(years)}-${String(1 + chance.integer(12)).padStart(2, "0")}`;
  const month = drawn < item.min ? item.min : drawn > last ? last : drawn;
  return item.precision === "month" ? month : `${month}-${String(1 + chance.integer(28)).padStart(2, "0")}`;
}
