import { closeDraft } from "#app/fieldwork/closing.ts";
import type { Instrument, Item } from "#app/instrument/definition.ts";
import { itemsFor, pagesFor } from "#app/instrument/routing.ts";
import { type Answers, missing } from "#app/questions/kind.ts";
import type { ScaleItem } from "#app/questions/scale.ts";
import type { Draw } from "../draw.ts";
import type { DemoResponse } from "../population.ts";
import type { Voice, VoiceDoor } from "./kinds.ts";

const rest = 0.74;
const clamp = (value: number) => Math.min(5, Math.max(1, Math.round(value)));

/** One invented teacher, administrator or employer answering: routed and closed as any response is. */
export function respond(voice: Voice, door: VoiceDoor, instrument: Instrument, draw: Draw): DemoResponse {
  const facts = voice.facts(door, draw);
  const person = {
    view: draw.normal() + (door.lean ?? 0),
    yes: 0.05 + 0.18 * draw.normal(),
    careless: draw.chance(0.03) ? ("straight" as const) : (false as const),
    skips: 0.012 + 0.02 * draw.unit(),
    english: draw.chance(0.04),
    writes: draw.chance(0.42),
  };
  const line = Number(draw.weighted({ "3": 0.5, "4": 0.5 }));
  const language = person.english ? "en" : "zh-CN";

  const answer = (item: Item): Answers[string] => {
    if (item.kind === "consent") return item.required || draw.chance(0.8) ? true : null;
    if (item.kind === "text") {
      const says = voice.words[item.code]?.[language] ?? [];
      return person.writes && !person.careless && says.length > 0 && draw.chance(0.7)
        ? draw.pick(says)
        : null;
    }
    if (item.kind !== "scale") return draw.chance(person.skips) ? null : (facts[item.code] ?? null);
    if (person.careless) return line;
    return draw.chance(person.skips) ? null : pointOf(item);
  };
  const pointOf = (item: ScaleItem): number => {
    const said = voice.statements[item.code];
    if (!said) throw new Error(`The demo does not know how ${item.code} is answered.`);
    const unsure = (said.unknown ?? 0) * (voice.unsure?.(facts) ?? 1);
    if (item.allowNA && draw.chance(unsure)) return missing.notApplicable;
    const view = said.mean + (said.loading ?? 0.6) * person.view + rest * draw.normal();
    return clamp((item.reverse ? 6 - view : view) + person.yes);
  };

  const answers: Answers = {};
  for (const tick of instrument.consent.ticks) answers[tick.code] = answer(tick);
  const pageSeconds: Record<string, number> = {};
  for (const page of pagesFor(instrument, answers)) {
    const items = itemsFor(page, answers);
    for (const item of items) answers[item.code] = answer(item);
    const typed = items.reduce((sum, { code, kind }) => {
      const words = answers[code];
      return kind === "text" && typeof words === "string" ? sum + words.length : sum;
    }, 0);
    const pace = Math.exp(0.3 * draw.normal()) * (person.careless ? 0.25 : 1);
    pageSeconds[page.code] = Math.max(2, Math.round(pace * (items.length * 9 + 8 + typed * 2)));
  }
  return {
    ...closeDraft(instrument, { answers, pageSeconds, seed: draw.integer(0x1_0000_0000) }),
    id: draw.hex(16),
    receiptHash: draw.hex(32),
    door: door.slug,
    day: Math.min(13, Math.floor(-Math.log(1 - draw.unit()) * 4)),
    language,
    careless: person.careless,
  };
}
