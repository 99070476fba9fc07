import { leavesOf } from "#app/instrument/condition-leaves.ts";
import type { AskedItem, Instrument } from "#app/instrument/definition.ts";
import { itemsOf } from "#app/instrument/definition.ts";
import { itemsFor, pagesFor } from "#app/instrument/routing.ts";
import type { Condition } from "#app/questions/base.ts";
import type { Answers } from "#app/questions/kind.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Closed, closeDraft } from "./closing.ts";
import { syntheticAnswer } from "./synthetic-answer.ts";

/** One invented response to an instrument, as it would be stored. */
export interface SyntheticResponse extends Closed {
  /** Codes of the pages it passed. */
  pages: string[];
}

/**
 * Invented responses, one after another, without end: the same seed gives the same. Routing and closing are the product's
 * own. Questions that decide about routing are answered by turns, so that every combination of their options comes up
 * before any comes twice: among enough responses every route is taken that answers can lead to.
 */
export function* syntheticResponses(
  instrument: Instrument,
  seed: number,
  year: number,
): Generator<SyntheticResponse, never> {
  const chance = chanceFrom(seed);
  const turns = turnsOf(instrument);
  for (let index = 0; ; index++) {
    const before: Answers = {};
    let left = index;
    for (const { code, values } of turns) {
      before[code] = values[left % values.length]!;
      left = Math.floor(left / values.length);
    }
    yield respond(instrument, before, year, chance);
  }
}

function respond(instrument: Instrument, turn: Answers, year: number, chance: Chance): SyntheticResponse {
  const person = { attitude: chance.normal() };
  const around = { scales: instrument.scales, year };
  // What is known of the respondent has no item, and is there from the beginning.
  const answers: Answers = Object.fromEntries(Object.entries(turn).filter(([code]) => !/^[A-Z]/.test(code)));
  const answer = (item: AskedItem) => {
    const decided = turn[item.code];
    if (decided !== undefined && decided !== null && isOffered(item, decided)) return decided;
    if (!item.required && chance.unit() < 0.05) return null;
    return syntheticAnswer(item, person, around, chance);
  };
  for (const tick of instrument.consent.ticks) answers[tick.code] = answer(tick);
  const pageSeconds: Record<string, number> = {};
  const pages: string[] = [];
  // An answer may bring up another question of the same page, and another page.
  for (let at = 0; ; at++) {
    const page = pagesFor(instrument, answers)[at];
    if (!page) break;
    pages.push(page.code);
    for (let fresh = unanswered(); fresh; fresh = unanswered()) answers[fresh.code] = answer(fresh);
    pageSeconds[page.code] = Math.round(itemsFor(page, answers).length * (4 + 4 * chance.unit()));

    function unanswered() {
      return page && itemsFor(page, answers).find((item) => answers[item.code] === undefined);
    }
  }
  return { ...closeDraft(instrument, { answers, pageSeconds, seed: chance.integer(2 ** 32) }), pages };
}

const isOffered = (item: AskedItem, answer: Answers[string]) =>
  item.kind !== "single" || item.options.some((one) => one.code === answer);

interface Turn {
  code: string;
  values: (string | number)[];
}

/** No more combinations than this are gone through in order. */
const mostTurns = 12;

/** What routing reads, with the answers that make a difference to it. */
function turnsOf(instrument: Instrument): Turn[] {
  const named = new Map<string, Set<string | number>>();
  const read = (condition: Condition | undefined) => {
    for (const leaf of leavesOf(condition)) {
      const values = named.get(leaf.item) ?? new Set();
      if ("in" in leaf) for (const value of leaf.in) values.add(value);
      named.set(leaf.item, values);
    }
  };
  for (const page of instrument.pages) {
    read(page.showIf);
    for (const item of page.items) {
      read(item.showIf);
      if ("options" in item) for (const option of item.options) read(option.showIf);
    }
  }
  const items = new Map(itemsOf(instrument).map((item) => [item.code, item]));
  const turns = [...named].flatMap(([code, values]): Turn[] => {
    const item = items.get(code);
    if (item?.kind === "single") return [{ code, values: item.options.map((one) => one.code) }];
    // Somebody else's value too: what is known may be something no condition names.
    return item ? [] : [{ code, values: [...values, ""] }];
  });
  return turns.slice(0, mostTurns);
}
