import { newSecret, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { type Answer, Connection, textOf } from "./connection.ts";
import type { Journey } from "./student.ts";

export type Kind = "letter" | "consent" | "page shown" | "page sent" | "page saved" | "submitted" | "again";

/** What a phone tells whoever measures. */
export interface Notes {
  request(kind: Kind, outcome: number | "broken", ms: number): void;
  /** From the tap until all of the next page is there, by the page it was sent from. */
  tap?(page: string, ms: number): void;
  page?(path: string, html: string): Promise<void> | void;
}

export interface Manner {
  /** Also save each page once while it is being filled in, as a phone with JavaScript does after a pause. */
  saving?: boolean;
  /** Called before each tap. */
  think?(): Promise<void>;
  /** The last page is sent twice: both at once, as a double tap does, or again after the answer, as a retry does. */
  twice?: "together" | "after" | undefined;
}

/** One phone on its way from the letter to the receipt, sending what a browser would: all that the page it got says. */
export class Phone {
  readonly #port: number;
  readonly #notes: Notes;
  readonly #home: string;
  #connection: Connection | undefined;
  #cookie = "";
  #html = "";
  /** The student's way of naming their answers; new for each journey. */
  secret = newSecret();

  constructor(port: number, notes: Notes, home = "/s/demo") {
    this.#port = port;
    this.#notes = notes;
    this.#home = home;
  }

  close() {
    this.#connection?.close();
  }

  /** @returns the withdrawal code on the receipt @throws when anything else comes back than a browser would go on from */
  async answer(journey: Journey, { saving, think, twice }: Manner = {}): Promise<string> {
    this.secret = newSecret();
    this.#cookie = "";
    const landing = await this.#get("letter", this.#home);
    expectThat(landing.status === 200, "the letter", landing);
    await this.#read(this.#home, landing);
    await think?.();
    let shown = await this.#tap(
      "consent",
      this.#home,
      `${journey.consent}&go=start`,
      `secret=${this.secret}`,
    );
    for (const [at, step] of journey.steps.entries()) {
      const path = `${this.#home}/${step.page}`;
      expectThat(shown.to === path && shown.answer.status === 200, path, shown.answer);
      await this.#read(path, shown.answer);
      await think?.();
      if (saving) {
        const saved = await this.#post(
          "page saved",
          path,
          this.#fill(step.body.replace(/go=next$/, "go=save")),
        );
        expectThat(saved.status === 204, `saving ${path}`, saved);
      }
      const isLast = at === journey.steps.length - 1;
      shown = isLast
        ? { to: path, answer: await this.#submit(step.page, path, this.#fill(step.body), twice) }
        : await this.#tap(step.page, path, step.body);
    }
    return this.#receipt(shown.answer);
  }

  async #submit(page: string, path: string, body: string, twice: Manner["twice"]): Promise<Answer> {
    const start = performance.now();
    const second = twice === "together" ? this.#postAside(path, body) : undefined;
    const answer = await this.#post("submitted", path, body);
    this.#notes.tap?.(page, performance.now() - start);
    const again = twice === "after" ? await this.#postAside(path, body) : await second;
    if (again && this.#receipt(again) !== this.#receipt(answer))
      throw new Error("Two receipts for one phone.");
    return answer;
  }

  #receipt(answer: Answer): string {
    const code = withdrawalCode(this.secret);
    expectThat(answer.status === 200 && textOf(answer).includes(code), "a receipt", answer);
    return code;
  }

  /** Sends a form and follows where it leads, as a browser does. */
  async #tap(page: string, path: string, body: string, own = ""): Promise<{ to: string; answer: Answer }> {
    const start = performance.now();
    const kind = page === "consent" ? "consent" : "page sent";
    let answer = await this.#post(kind, path, this.#fill(own ? `${body}&${own}` : body));
    let to = path;
    if (answer.status === 303) {
      to = answer.location;
      if (answer.cookie) this.#cookie = answer.cookie;
      answer = await this.#get("page shown", to);
    }
    this.#notes.tap?.(page, performance.now() - start);
    return { to, answer };
  }

  async #read(path: string, answer: Answer) {
    this.#html = textOf(answer);
    await this.#notes.page?.(path, this.#html);
  }

  /** What the page's own form says besides the answers: hidden fields as they stand, fields nobody sees left empty. */
  #fill(body: string): string {
    return body + unseenFields(this.#html, body);
  }

  #get(kind: Kind, path: string): Promise<Answer> {
    return this.#ask(kind, (connection) => connection.get(path, this.#cookie));
  }

  #post(kind: Kind, path: string, body: string): Promise<Answer> {
    return this.#ask(kind, (connection) => connection.post(path, this.#cookie, body));
  }

  /** Over a connection of its own: the first one still waits for its answer. */
  async #postAside(path: string, body: string): Promise<Answer> {
    const aside = new Phone(this.#port, this.#notes, this.#home);
    try {
      return await aside.#ask("again", (connection) => connection.post(path, this.#cookie, body));
    } finally {
      aside.close();
    }
  }

  /** Over the connection that is open; a server closes idle ones, and then a browser opens another. */
  async #ask(kind: Kind, send: (connection: Connection) => Promise<Answer>): Promise<Answer> {
    for (let tries = 0; ; tries++) {
      const start = performance.now();
      const reused = this.#connection?.isOpen ? this.#connection : undefined;
      this.#connection = reused ?? new Connection(this.#port);
      try {
        const answer = await send(this.#connection);
        this.#notes.request(kind, answer.status, performance.now() - start);
        return answer;
      } catch (error) {
        this.#connection.close();
        // Sending again does no harm here, and a student without an answer taps again.
        if (!reused) this.#notes.request(kind, "broken", performance.now() - start);
        if (tries === 3) throw error;
      }
    }
  }
}

/** Hidden fields of the form with id `start` or `page`, and its trap for robots, as further form fields. */
export function unseenFields(html: string, body: string): string {
  const form = /<form[^>]* id="(?:start|page)"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const sent = new Set(body.split("&").map((field) => field.split("=")[0]));
  let more = "";
  for (const [tag] of form.matchAll(/<input[^>]*(?:type="hidden"|name="website")[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    if (name && !sent.has(name))
      more += `&${name}=${encodeURIComponent(/ value="([^"]*)"/.exec(tag)?.[1] ?? "")}`;
  }
  return more;
}

function expectThat(right: boolean, what: string, answer: Answer) {
  if (right) return;
  throw new Error(
    `Expected ${what}, got ${answer.status} ${answer.location}\n${textOf(answer).slice(0, 500)}`,
  );
}
