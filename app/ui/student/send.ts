import { spellCode } from "#app/fieldwork/spell-code.ts";
import { counted, itemsFor } from "#app/instrument/routing.ts";
import type { Answers } from "#app/questions/kind.ts";
import { answerOf } from "./answer-of.ts";
import type { OfflineSurvey } from "./offline-survey.ts";
import type { Held, PhoneStore } from "./phone-store.ts";

/**
 * What came of sending. later: no network, or none of ours · sent: the server has everything there is so far · more:
 * something was answered meanwhile ·
 * gone: nothing is held here any more · received: the receipt, on disk there · refused: a door that does not take these
 * answers, `never` if it will not take them another day either · page: something there needs the student's eyes.
 */
export type Outcome =
  | { is: "later" | "more" | "sent" | "gone" }
  | { is: "received"; html: string }
  | { is: "refused"; html: string; never: boolean }
  | { is: "page"; url: string };

/** The withdrawal code of a secret: a receipt is one only if it carries it. */
export async function codeOf(secret: string): Promise<string> {
  const bytes = new TextEncoder().encode(`tributary withdrawal ${secret}`);
  return spellCode(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** Stored answers as routing compares them: those that count, with what is known besides. */
export function answersOf(survey: OfflineSurvey, values: Held["values"]): Answers {
  const { consent, pages, known } = survey;
  const answers: Answers = { ...known };
  for (const { code, kind } of [...consent.ticks, ...pages.flatMap((page) => page.items)]) {
    const answer = answerOf(kind, values[code] ?? []);
    if (answer !== undefined) answers[code] = answer;
  }
  return counted(survey, answers);
}

class Ended extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super();
    this.outcome = outcome;
  }
}

/** Sends whatever the server has not acknowledged, in order; repeating it does no harm. */
export async function send(survey: OfflineSurvey, store: PhoneStore): Promise<Outcome> {
  try {
    return await sendAll(survey, store);
  } catch (error) {
    return error instanceof Ended ? error.outcome : { is: "later" };
  }
}

async function sendAll(survey: OfflineSurvey, store: PhoneStore): Promise<Outcome> {
  const { home } = survey;
  const held = await store.read();
  if (!held?.secret) return { is: "gone" };
  const code = await codeOf(held.secret);

  async function post(path: string, fields: [string, string][]): Promise<Response> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), 20_000);
    const body = new URLSearchParams(fields);
    const answer = await fetch(path, { method: "POST", body, signal: giveUp.signal });
    clearTimeout(timer);
    // A Wi-Fi login page is a 200 too; and a server in trouble is asked again later.
    if (answer.headers.get("Tributary") !== "1" || answer.status === 429 || answer.status > 499)
      throw answer.status;
    return answer;
  }
  const stop = async (answer: Response): Promise<never> => {
    const html = await answer.text();
    const { status, url } = answer;
    if (html.includes(`>${code}<`)) throw new Ended({ is: "received", html });
    if ([403, 404, 409, 410].includes(status)) throw new Ended({ is: "refused", html, never: status > 404 });
    throw new Ended({ is: "page", url });
  };
  const change = async (alter: (now: Held) => void) => {
    const now = await store.change(alter);
    if (!now) throw new Ended({ is: "gone" });
    return now;
  };
  const fieldsOf = (codes: string[], { values }: Held) =>
    codes.flatMap((one) => {
      const given = values[one] ?? [];
      return (given.length > 0 ? given : [""]).map((value): [string, string] => [one, value]);
    });

  async function begin(): Promise<void> {
    const { secret, seed, version, language, query } = held as Held;
    const address = new URLSearchParams(query);
    address.set("lang", language);
    const ticks = fieldsOf(
      survey.consent.ticks.map((tick) => tick.code),
      held as Held,
    );
    const answer = await post(`${home}?${address}`, [
      ...ticks,
      ["secret", secret],
      ["seed", String(seed)],
      ["version", version],
      ["go", "start"],
    ]);
    if (!answer.redirected || !answer.ok) return stop(answer);
    const [, began = version] = / data-version="([^"]+)"/.exec(await answer.text()) ?? [];
    await change((now) => {
      now.begun = true;
      now.version = began;
    });
  }

  /** A page as it is kept here: all its answers, and all the time it took so far. */
  async function sendPage(page: OfflineSurvey["pages"][number], go: "save" | "next", now: Held) {
    const asked = itemsFor(page, answersOf(survey, now.values)).map((item) => item.code);
    const seconds = String(now.seconds[page.code] ?? "");
    return post(`${home}/${page.code}`, [...fieldsOf(asked, now), ["seconds", seconds], ["go", go]]);
  }

  // Begun as another version than this document asks: received already, or the caller gets the right one.
  if (!held.begun || held.version !== survey.version) await begin();
  if ((await store.read())?.version !== survey.version) return { is: "gone" };
  for (const page of survey.pages) {
    const now = await store.read();
    if (!now) return { is: "gone" };
    const isLast = now.submitted && page.code === now.page;
    if (!isLast && !now.unsent.includes(page.code)) continue;
    const valuesOf = ({ values }: Held) => JSON.stringify(page.items.map((item) => values[item.code] ?? []));
    const before = valuesOf(now);
    let answer = await sendPage(page, "save", now);
    if (answer.status === 404) {
      await begin();
      answer = await sendPage(page, "save", now);
    }
    // A question that an answer on the same page brings up is read the second time; the last page is handed in.
    if (answer.status === 204 && isLast) return stop(await sendPage(page, "next", now));
    if (answer.status === 204 && page.items.some((item) => item.showIf))
      answer = await sendPage(page, "save", now);
    // Led elsewhere: the server does not ask this page of this student.
    if (answer.status !== 204 && !answer.redirected) return stop(answer);
    await change((later) => {
      if (valuesOf(later) === before) later.unsent = later.unsent.filter((one) => one !== page.code);
    });
  }
  return { is: (await store.read())?.unsent.length ? "more" : "sent" };
}
