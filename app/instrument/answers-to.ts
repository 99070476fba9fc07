import { type AnswerScale, missing } from "#app/questions/kind.ts";
import type { AskedItem } from "./asked.ts";

/** What a condition may expect of an item's answers. */
export interface AnyAnswer {
  type: "number" | "string" | "date" | "several" | "none";
  /** Whether one can be less than another. */
  isOrdered: boolean;
  /** Whether an answer can equal this value, or have it among it. */
  includes(value: string | number): boolean;
}

const numbers = (includes: (value: number) => boolean): AnyAnswer => ({
  type: "number",
  isOrdered: true,
  includes: (value) => typeof value === "number" && includes(value),
});

export function answersTo(item: AskedItem, scales: Record<string, AnswerScale>): AnyAnswer {
  switch (item.kind) {
    case "scale": {
      const points = scales[item.scale]?.points;
      const isPoint = (value: number) =>
        // Where there is no such scale, that is said elsewhere.
        !points ||
        points.some((point) => point.value === value) ||
        (item.allowNA && value === missing.notApplicable);
      return numbers(isPoint);
    }
    case "differential":
      return numbers((value) => Number.isInteger(value) && value >= 1 && value <= item.points);
    case "nps":
      return numbers((value) => Number.isInteger(value) && value >= 0 && value <= 10);
    case "slider":
      return numbers((value) => item.steps.some((step) => step.value === value));
    case "year":
      return numbers((value) => value >= item.min && value <= (item.max === "current" ? 2200 : item.max));
    case "number":
      return numbers((value) => value >= (item.min ?? -Infinity) && value <= (item.max ?? Infinity));
    case "date": {
      const form = item.precision === "day" ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/;
      const includes = (value: string | number) => typeof value === "string" && form.test(value);
      return { type: "date", isOrdered: true, includes };
    }
    case "single":
    case "check":
    case "multiple":
    case "ranking": {
      const type = item.kind === "single" || item.kind === "check" ? "string" : "several";
      const includes = (value: string | number) => item.options.some((one) => one.code === value);
      return { type, isOrdered: false, includes };
    }
    case "catalogue":
    case "text":
    case "short":
      return { type: "string", isOrdered: false, includes: (value) => typeof value === "string" };
    default:
      return { type: "none", isOrdered: false, includes: () => false };
  }
}
