import { setTimeout as pause } from "node:timers/promises";
import { newSecret, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { connect } from "#db/connect.server.ts";
import { type Answered, Client } from "../http.ts";
import { codeIn, hurryToLastPage } from "../survey.ts";

export interface Student {
  secret: string;
  /** Said by nobody else, so that a doubled row is found whatever its id. */
  words: string;
  /** The code on the receipt page that reached the phone. */
  receipt?: string;
}

/** What phones were told other than "received". */
export interface Refusals {
  /** 503 with the kind page and a time to come back. */
  kind: number;
  /** A 503 that lacks either, or any other answer from 500 up. */
  bare: string[];
}

export const newStudent = (): Student => {
  const secret = newSecret();
  return { secret, words: `建议 ${secret}` };
};

/** Tries until it works, as a student's thumb does: the server may be away for a while. */
export async function patiently<T>(attempt: () => Promise<T>, isOver: () => boolean): Promise<T | undefined> {
  while (!isOver()) {
    try {
      return await attempt();
    } catch {
      await pause(20 + Math.random() * 60);
    }
  }
  return undefined;
}

const busyTitles = (["zh-CN", "en"] as const).map((language) => messagesIn(language).survey.doors.busy.title);

function note(refusals: Refusals, { status, body, headers }: Answered): void {
  if (status < 500) return;
  const isKind = status === 503 && headers["retry-after"] && busyTitles.some((title) => body.includes(title));
  if (isKind) refusals.kind++;
  else refusals.bare.push(`${status}: ${body.slice(0, 100)}`);
}

/** Sends the last page once. @throws when what came back is no receipt, for only the code acknowledges */
export async function send(url: string, student: Student, refusals?: Refusals): Promise<void> {
  const phone = new Client(url, { draft: student.secret });
  const answered = await phone.post("/s/demo/words", { OPS01: student.words, go: "next" });
  if (refusals) note(refusals, answered);
  const code = codeIn(answered.body);
  if (!code) throw new Error(`no receipt: ${answered.status}`);
  student.receipt = code;
}

/** From consent to receipt with one secret; every third student taps twice. */
export async function answerSurvey(
  url: string,
  student: Student,
  isOver: () => boolean,
  refusals?: Refusals,
): Promise<void> {
  const began = await patiently(() => hurryToLastPage(url, "demo", student.secret), isOver);
  if (!began) return;
  const taps = student.secret < "5" ? 2 : 1;
  await Promise.all(
    Array.from({ length: taps }, () => patiently(() => send(url, student, refusals), isOver)),
  );
}

/** A lecture hall that never empties: as one student is done, the next sits down. */
export class Hall {
  readonly students: Student[] = [];
  readonly refusals: Refusals = { kind: 0, bare: [] };
  #over = false;
  readonly #seats: Promise<void>[];

  constructor(url: string, seats: number) {
    this.#seats = Array.from({ length: seats }, async () => {
      while (!this.#over) {
        const student = newStudent();
        this.students.push(student);
        await answerSurvey(url, student, () => this.#over, this.refusals);
      }
    });
  }
  get acknowledged(): number {
    return this.students.filter(({ receipt }) => receipt).length;
  }
  /** Waits for some more receipts. @throws when they do not come in time */
  async more(receipts: number, patienceMs = 60_000): Promise<void> {
    const enough = this.acknowledged + receipts;
    const deadline = Date.now() + patienceMs;
    while (this.acknowledged < enough) {
      if (Date.now() > deadline) throw new Error(`only ${this.acknowledged} receipts of ${enough} came`);
      await pause(5);
    }
  }
  async close(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#seats);
  }
}

/**
 * Every receipt against every row.
 * @param url the database, as DATABASE_URL would say it
 * @param seeded how many rows there were before the first student
 */
export async function account(url: string, students: Student[], seeded: number) {
  const store = connect(url);
  const rows = await store.db.selectFrom("responses").select(["id", "words"]).execute();
  await store.close();
  const byId = groupBy(rows, ({ id }) => id);
  const byWords = groupBy(rows, ({ words }) => JSON.parse(words).OPS01 as string | undefined);
  const receipts = students.filter(({ receipt }) => receipt);
  const count = (found: Map<unknown, unknown[]>, key: string) => found.get(key)?.length ?? 0;
  return {
    acknowledged: receipts.length,
    stored: rows.length - seeded,
    lost: receipts.filter(({ secret, words }) => !byId.has(responseId(secret)) || !byWords.has(words)).length,
    doubled: students.filter(
      ({ secret, words }) => count(byId, responseId(secret)) > 1 || count(byWords, words) > 1,
    ).length,
    wrongCodes: receipts.filter(({ receipt, secret }) => receipt !== withdrawalCode(secret)).length,
    // No row that nobody sent; a row without a receipt is a student whose last answer was still on its way.
    strangers: Math.max(0, rows.length - seeded - students.length),
    /** Stored, but the receipt never reached the phone: whoever asks again must get one. */
    unsure: students.filter(({ receipt, secret }) => !receipt && byId.has(responseId(secret))),
  };
}
export type Accounted = Awaited<ReturnType<typeof account>>;

/** The promises an account breaks, as sentences. */
export const broken = ({ lost, doubled, wrongCodes, strangers }: Accounted): string[] =>
  Object.entries({ lost, doubled, "with a wrong code": wrongCodes, "that nobody sent": strangers })
    .filter(([, number]) => number > 0)
    .map(([what, number]) => `${number} responses ${what}`);

/** How many responses a database holds. */
export async function countRows(url: string): Promise<number> {
  const store = connect(url);
  const { people } = await store.db
    .selectFrom("responses")
    .select((e) => e.fn.countAll<number>().as("people"))
    .executeTakeFirstOrThrow();
  await store.close();
  return Number(people);
}

function groupBy<Row, Key>(rows: Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
