import { asked } from "./asked.ts";
import type { Definition } from "./definition.ts";
import {
  classesFor,
  type Difference,
  type DifferenceClass,
  differenceClasses,
  lowers,
} from "./difference-classes.ts";
import { differences } from "./differences.ts";
import { itemsOf } from "./items.ts";

/** A difference with what a researcher decided about it. */
export interface JudgedDifference extends Difference {
  decided: DifferenceClass;
  /** Why less was decided than proposed; "" where nothing had to be said. */
  reason: string;
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** What was said about a difference: nothing is as proposed. */
export interface Said {
  decided?: string | undefined;
  reason?: string | undefined;
}
/** not-allowed: that class cannot be decided here · reason: less was decided without saying why · new-code: as it stands it cannot be published. */
export type JudgementProblem = "not-allowed" | "reason" | "new-code";

/** Holds what a researcher said against the rules; problems by the difference's key. */
export function judge(
  found: readonly Difference[],
  said: (key: string) => Said,
  { by, at }: { by: string; at: string },
): { judged: JudgedDifference[]; problems: Record<string, JudgementProblem> } {
  const problems: Record<string, JudgementProblem> = {};
  const judged = found.map((one): JudgedDifference => {
    const { decided: wanted, reason = "" } = said(one.key);
    const decided = wanted ? differenceClasses.find((known) => known === wanted) : one.proposed;
    if (!decided || !classesFor(one).includes(decided)) problems[one.key] = "not-allowed";
    else if (decided === "meaning") problems[one.key] = "new-code";
    else if (lowers(one, decided) && !reason.trim()) problems[one.key] = "reason";
    return { ...one, decided: decided ?? one.proposed, reason: reason.trim(), by, at };
  });
  return { judged, problems };
}

/**
 * The draft as the next version: whatever is decided to be asked in other words has a higher revision than any version
 * before. Everything else keeps its own, and never falls below one that was published.
 * @param versions those before it, the newest first
 */
export function readyToPublish(
  draft: Definition,
  versions: readonly Definition[],
  judged: readonly Pick<JudgedDifference, "codes" | "decided">[],
): Definition {
  const reworded = new Set(judged.flatMap(({ codes, decided }) => (decided === "wording" ? codes : [])));
  const published = new Map<string, number>();
  for (const version of versions)
    for (const { code, rev } of itemsOf(asked(version)))
      published.set(code, Math.max(rev, published.get(code) ?? 0));
  const next = (code: string, rev: number) => {
    const known = published.get(code);
    if (known === undefined) return rev;
    return Math.max(rev, reworded.has(code) ? known + 1 : known);
  };
  return withRevisions(draft, next);
}

/** The codes whose revision publishing would raise. */
export const raisedCodes = (draft: Definition, ready: Definition): string[] => {
  const revs = new Map(itemsOf(asked(draft)).map(({ code, rev }) => [code, rev]));
  return itemsOf(asked(ready)).flatMap(({ code, rev }) => (revs.get(code) === rev ? [] : [code]));
};

function withRevisions(definition: Definition, next: (code: string, rev: number) => number): Definition {
  const raise = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(raise);
    if (value === null || typeof value !== "object") return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, raise(inner)]);
    const copy = Object.fromEntries(entries) as Record<string, unknown>;
    // An item or a row of a matrix; nothing else has a revision.
    if (typeof copy.code === "string" && typeof copy.rev === "number")
      return { ...copy, rev: next(copy.code, copy.rev) };
    return copy;
  };
  return raise(definition) as Definition;
}

/** What a draft changes of the versions published so far, the newest first; nothing before the first. */
export function changesOf(draft: Definition, versions: readonly Definition[]): Difference[] {
  const [newest, ...earlier] = versions;
  return newest ? differences(newest, draft, earlier) : [];
}
