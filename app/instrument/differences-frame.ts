import type { Definition } from "./definition.ts";
import { type Differences, joined, type Place } from "./differences-find.ts";
import { answersOf } from "./differences-item.ts";
import type { Words } from "./differences-text.ts";

/** What differs around the questions: languages, letter, scales of answers, themes, scores. */
export function frameDifferences(found: Differences, before: Definition, after: Definition): void {
  const about = { ...after.title };
  const at: Place = { place: "instrument", codes: [], about };
  const setting = (detail: string) => ({ part: "other" as const, detail });
  found.value(at, setting("respondent"), "respondent", before.respondent, after.respondent);
  found.value(at, setting("languages"), "languages", before.languages, after.languages);
  found.text(at, { part: "title" }, before.title, after.title);
  found.text(at, { part: "intro" }, before.invitation, after.invitation);
  found.label(at, setting("status"), before.status, after.status);
  const minutes = ({ minutes: { from, to } }: Definition) => `${from}–${to}`;
  found.value(at, setting("minutes"), "limits", minutes(before), minutes(after));
  const codes = ({ reserved }: Definition) => reserved.map(({ code }) => code);
  found.value(at, setting("reserved"), "analysis", codes(before), codes(after));
  const letter = (one: Definition) => joined(one.consent.letter, found.languages);
  found.text({ ...at, place: "consent" }, { part: "letter" }, letter(before), letter(after));
  scaleDifferences(found, before, after);
  themeDifferences(found, before, after);
  scoreDifferences(found, before, after);
}

/** The items answered on a scale. */
const onScale = ({ pages, consent }: Definition, name: string): string[] =>
  [...consent.ticks, ...pages.flatMap(({ items }) => items)]
    .flatMap((one) => (one.kind === "block" ? one.items : [one]))
    .flatMap((one) => (one.kind === "scale" && one.scale === name ? answersOf(one) : []));

function scaleDifferences(found: Differences, before: Definition, after: Definition): void {
  for (const [name, scale] of Object.entries(after.scales)) {
    const was = before.scales[name];
    if (!was) continue;
    // Whoever was put on this scale only now has that as a difference of their own.
    const old = new Set(onScale(before, name));
    const codes = onScale(after, name).filter((code) => old.has(code));
    const about = Object.fromEntries(
      after.languages.map((one) => [one, scale.points.map(({ label }) => label[one] ?? "").join(" · ")]),
    );
    const at: Place = { place: `scale:${name}`, codes, about };
    const values = ({ kind, points }: typeof scale) => [kind, ...points.map(({ value }) => value)];
    const sameSet = [...values(was)].sort().join() === [...values(scale)].sort().join();
    found.value(at, { part: "options" }, sameSet ? "order" : "scale", values(was), values(scale));
    for (const { value, label, short } of scale.points) {
      const point = was.points.find((one) => one.value === value);
      if (!point) continue;
      found.text(at, { part: "point", detail: String(value) }, point.label, label);
      found.text(at, { part: "point", detail: `${value} (short)` }, point.short, short);
    }
    found.text(at, { part: "point", detail: "N/A" }, was.notApplicable, scale.notApplicable);
    const small = [was.notApplicableShort, scale.notApplicableShort] as const;
    found.text(at, { part: "point", detail: "N/A (short)" }, ...small);
  }
}

function themeDifferences(found: Differences, before: Definition, after: Definition): void {
  each(before.themes, after.themes, (code, was, is) => {
    const at: Place = { place: `theme:${code}`, codes: [], about: { ...(is ?? was)?.title } };
    if (!was || !is) found.add(at, { part: "whole" }, "analysis", textOf(was?.title), textOf(is?.title));
    else found.label(at, { part: "title" }, was.title, is.title);
  });
}

function scoreDifferences(found: Differences, before: Definition, after: Definition): void {
  each(before.scoring, after.scoring, (code, was, is) => {
    const at: Place = { place: `scoring:${code}`, codes: [], about: { ...(is ?? was)?.title } };
    if (!was || !is)
      return found.add(at, { part: "whole" }, "scoring", textOf(was?.title), textOf(is?.title));
    found.label(at, { part: "title" }, was.title, is.title);
    found.label(at, { part: "other", detail: "meaning" }, was.meaning, is.meaning);
    found.value(at, { part: "other", detail: "items" }, "scoring", was.items, is.items);
    found.value(at, { part: "other", detail: "minValid" }, "scoring", was.minValid, is.minValid);
  });
}

const textOf = (text: Words | undefined) => text && { text: text as Record<string, string> };

function each<One extends { code: string }>(
  before: readonly One[],
  after: readonly One[],
  compare: (code: string, was: One | undefined, is: One | undefined) => void,
): void {
  for (const code of new Set([...before, ...after].map((one) => one.code)))
    compare(
      code,
      before.find((one) => one.code === code),
      after.find((one) => one.code === code),
    );
}
