import { type AskedItem, type Instrument, itemsOf, wholeText } from "#app/instrument/definition.ts";
import { isAnswered } from "#app/instrument/items.ts";
import type { Text } from "#app/locales/language.ts";
import { type Answer, missing } from "#app/questions/kind.ts";
import { answerWords } from "./answer-words.ts";
import { pendingCertificate } from "./closing.ts";

/** What is stored of a response, parsed. */
export interface SheetSource {
  answers: Record<string, unknown>;
  words: Record<string, string>;
  /** Codes of the items asked, in the order they were presented. */
  presented: readonly string[];
  pageSeconds: Record<string, number>;
}

export type SheetAnswer =
  | { is: "labels"; labels: Text[] }
  | { is: "words"; words: string }
  /** A certificate the catalogue does not know, as typed. */
  | { is: "pending"; words: string }
  | { is: "ticked" | "skipped" | "notApplicable" | "notAsked" };

export interface SheetPage {
  code: string;
  /** Undefined for the consent ticks. */
  title: Text | undefined;
  seconds: number | undefined;
  entries: { code: string; text: Text; tick: boolean; answer: SheetAnswer }[];
}

/**
 * One response to read: each page's items in the order this student met them, then those never asked, with the three
 * kinds of missing answers told apart. Words beside an option stand there only for those who chose it.
 * @param certificateName the name of a certificate by its code; undefined for one the catalogue has lost
 */
export function responseSheet(
  instrument: Instrument,
  source: SheetSource,
  certificateName: (code: string) => Text | undefined,
): SheetPage[] {
  const order = new Map(source.presented.map((code, index) => [code, index]));
  const entries = (items: AskedItem[]) =>
    items
      .filter((item) => isAnswered(item) && !(item.otherOf && !order.has(item.code)))
      .toSorted((a, b) => (order.get(a.code) ?? 1e9) - (order.get(b.code) ?? 1e9))
      .map((item) => ({
        code: item.code,
        text: wholeText(item),
        tick: item.kind === "consent",
        answer: order.has(item.code) ? answerOf(item) : ({ is: "notAsked" } as const),
      }));

  function answerOf(item: AskedItem): SheetAnswer {
    if (item.kind === "text" || item.kind === "short") {
      const words = source.words[item.code];
      return words === undefined ? { is: "skipped" } : { is: "words", words };
    }
    const answer = source.answers[item.code] ?? null;
    if (answer === null) return { is: "skipped" };
    if (item.kind === "consent") return { is: "ticked" };
    if (item.kind === "scale" && answer === missing.notApplicable) return { is: "notApplicable" };
    if (item.kind === "catalogue" && answer === pendingCertificate) {
      return { is: "pending", words: source.words[item.code] ?? "" };
    }
    if (item.kind === "catalogue") {
      const code = String(answer);
      return { is: "labels", labels: [certificateName(code) ?? { "zh-CN": code, en: code }] };
    }
    return { is: "labels", labels: answerWords(item, answer as Answer, instrument.scales) };
  }

  const codes = new Set(itemsOf(instrument).map((item) => item.code));
  const lost = source.presented.find((code) => !codes.has(code));
  if (lost) throw new RangeError(`${lost} was asked, but this version of the instrument does not have it`);
  return [
    { code: "consent", title: undefined, seconds: undefined, entries: entries(instrument.consent.ticks) },
    ...instrument.pages.map((page) => ({
      code: page.code,
      title: page.title,
      seconds: source.pageSeconds[page.code],
      entries: entries(page.items),
    })),
  ];
}
