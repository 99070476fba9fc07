import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import { type Connection, connect } from "#db/connect.server.ts";
import { createMailing } from "#db/queries/mailings.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { insertSmallList, smallMailing } from "#db/testing/small-list.ts";
import { lettersAtOnce, type Mailer, mailer } from "./mail-transport.server.ts";
import { type MailWorker, mailWorker } from "./mail-worker.server.ts";

interface Received {
  to: string;
  source: string;
}

/** A real mail server on this machine that keeps what it accepts. */
class PostOffice {
  readonly received: Received[] = [];
  readonly asked: string[] = [];
  port = 0;
  #server: SMTPServer | undefined;
  onRcpt: (address: string) => Error | undefined = () => undefined;
  onLetter: (address: string) => Error | "hang up" | "hang up after taking it" | undefined = () => undefined;

  async open(port = 0): Promise<void> {
    const options: SMTPServerOptions = {
      disabledCommands: ["AUTH", "STARTTLS"],
      onRcptTo: ({ address }, _session, done) => {
        this.asked.push(address);
        done(this.onRcpt(address));
      },
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo[0]?.address ?? "";
        const chunks: Buffer[] = [];
        stream.on("data", (chunk) => chunks.push(chunk));
        stream.on("end", () => {
          const answer = this.onLetter(to);
          if (answer === undefined || answer === "hang up after taking it")
            this.received.push({ to, source: Buffer.concat(chunks).toString("utf8") });
          if (typeof answer === "string") this.hangUp();
          else done(answer);
        });
      },
    };
    this.#server = new SMTPServer(options);
    this.#server.on("error", () => {});
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server.server, "listening");
    this.port = (this.#server.server.address() as AddressInfo).port;
  }

  hangUp() {
    for (const one of this.#server?.connections ?? [])
      (one as unknown as { _socket: { destroy(): void } })._socket.destroy();
  }

  async close(): Promise<void> {
    this.hangUp();
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
  }
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

describe.each(databases)("letters through a real mail server, kept on $name", ({ name, open }) => {
  let store: TestDatabase;
  let second: Connection;
  let office: PostOffice;
  let running: MailWorker[] = [];
  let studies = 0;
  beforeAll(async () => {
    store = await open();
    second = connect(store.url);
  });
  beforeEach(async () => {
    office = new PostOffice();
    await office.open();
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
    await office.close();
    await store.db.updateTable("mail_messages").set({ state: "cancelled", claimed_at: null }).execute();
  });
  afterAll(async () => {
    await second.close();
    await store.close();
  });

  function work(connection: Connection = store, process = "one", post?: Mailer): MailWorker {
    const worker = mailWorker({
      connection,
      mailer: post ?? mailer(`smtp://127.0.0.1:${office.port}`, "Survey 调查组 <survey@example.org>"),
      publicUrl: "https://survey.example.org",
      perMinute: 60_000,
      name: process,
      idle: 20,
    });
    running.push(worker);
    return worker;
  }
  async function invite(people: number): Promise<{ slug: string; mailingId: string }> {
    const slug = `post${name}${++studies}`;
    await insertSmallList(store.db, slug, people);
    const queued = await store.commit((trx) =>
      createMailing(trx, smallMailing(slug, "invitation", new Date())),
    );
    if (queued.is !== "queued") throw new Error(queued.is);
    return { slug, mailingId: queued.mailingId };
  }
  const messages = (mailingId: string) =>
    store.db
      .selectFrom("mail_messages")
      .where("mailing_id", "=", mailingId)
      .orderBy("id")
      .selectAll()
      .execute();
  /** Waits until no letter is on its way, or until the letters are as they should be. */
  async function until(mailingId: string, is: (states: string[]) => boolean) {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; await pause(20)) {
      const states = (await messages(mailingId)).map((one) => one.state);
      if (is(states)) return states;
    }
    throw new Error(`still ${JSON.stringify(await messages(mailingId))}`);
  }
  const all = (state: string) => (states: string[]) => states.every((one) => one === state);
  /** The head with its folded lines whole again. */
  const headOf = (source: string) => (source.split("\r\n\r\n")[0] ?? "").replace(/\r\n\s+/g, " ");
  const body = (source: string) => {
    // quoted-printable and base64 parts, read as a mail program would
    const parts = source.split(/\r\n--[^\r\n]+\r\n?/).slice(1);
    return parts
      .map((part) => {
        const [head = "", ...rest] = part.split("\r\n\r\n");
        const text = rest.join("\r\n\r\n");
        if (/base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
        const bytes = text
          .replace(/=\r\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
        return Buffer.from(bytes, "latin1").toString("utf8");
      })
      .join("\n")
      .replaceAll("\r\n", "\n");
  };

  test("each letter arrives once, in its reader's language, with a link of its own and a way out", async () => {
    const { mailingId, slug } = await invite(6);
    work();
    await until(mailingId, all("sent"));
    expect(office.received.map((one) => one.to).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `${n}@${slug}.example.org`),
    );
    const tokens = new Set<string>();
    for (const { to, source } of office.received) {
      const head = headOf(source);
      expect(head).toMatch(/^From: .*<survey@example\.org>$/m);
      expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
      expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
      const [, token = ""] =
        /^List-Unsubscribe: <https:\/\/survey\.example\.org\/i\/([\w-]{22})\/unsubscribe>$/m.exec(head) ?? [];
      tokens.add(token);
      const text = body(source);
      expect(text).toContain(`https://survey.example.org/i/${token}\n`);
      expect(text).toContain(`<a href="https://survey.example.org/i/${token}">`);
      expect(text).not.toMatch(/<img|https?:\/\/(?!survey\.example\.org)/);
      // The even ones read English, whose letter has another colon.
      expect(text.startsWith(`学生${to.split("@")[0]}${Number(to.split("@")[0]) % 2 ? "：" : ":"}`)).toBe(
        true,
      );
      const link = await store.db
        .selectFrom("invitation_links")
        .where("token_hash", "=", tokenHash(token))
        .selectAll()
        .executeTakeFirstOrThrow();
      expect(link.invitation_id).toBe(`${slug}-${to.split("@")[0]}`);
    }
    expect(tokens.size).toBe(6);
    // The store holds no link anybody could use.
    const kept = JSON.stringify([
      await messages(mailingId),
      await store.db.selectFrom("invitation_links").selectAll().execute(),
    ]);
    for (const token of tokens) expect(kept).not.toContain(token);
  });

  test("names are put in as typed and reach no header", async () => {
    const payload = `"><script>alert(1)</script>\r\nBcc: evil@example.org`;
    const { slug, mailingId } = await invite(1);
    await store.db.updateTable("invitations").set({ name: payload }).where("id", "=", `${slug}-1`).execute();
    work();
    await until(mailingId, all("sent"));
    const { source } = office.received[0]!;
    const head = headOf(source);
    expect(office.asked).toEqual([`1@${slug}.example.org`]);
    expect(head).not.toMatch(/^(Bcc|Cc):/im);
    const html = body(source).slice(body(source).indexOf("<p>"));
    expect(html).toContain("&#60;script&#62;alert(1)");
    expect(html).not.toMatch(/<script/);
  });

  test("a busy server gets the letter later, a server that is away keeps nobody waiting but letters", async () => {
    const { mailingId } = await invite(1);
    let busy = 1;
    office.onRcpt = () => (busy-- > 0 ? refusal(451, "greylisted, try again") : undefined);
    work();
    const waiting = async () => (await messages(mailingId))[0]!;
    for (let tries = 0; !(await waiting()).problem && tries < 200; tries++) await pause(20);
    const row = await waiting();
    expect(row).toMatchObject({ state: "queued", attempts: 1, problem: "451 greylisted, try again" });
    const wait = Date.parse(row.next_at ?? "") - Date.now();
    expect(wait).toBeGreaterThan(30_000);
    expect(wait).toBeLessThan(80_000);
    // Its time has come.
    await store.db
      .updateTable("mail_messages")
      .set({ next_at: new Date().toISOString() })
      .where("id", "=", row.id)
      .execute();
    await until(mailingId, all("sent"));
    expect(office.received).toHaveLength(1);
    await Promise.all(running.splice(0).map((one) => one.stop()));
    await office.close();
    const { mailingId: refused } = await invite(1);
    work();
    for (let tries = 0; tries < 200 && !(await messages(refused))[0]?.problem; tries++) await pause(20);
    expect((await messages(refused))[0]).toMatchObject({ state: "queued", attempts: 1 });
    expect((await messages(refused))[0]?.problem).toMatch(/ECONNREFUSED/);
  });

  test("an address refused for good is marked, and the others still get theirs", async () => {
    const { slug, mailingId } = await invite(3);
    office.onRcpt = (address) => (address.startsWith("2@") ? refusal(550, "5.1.1 no such user") : undefined);
    work();
    await until(mailingId, (states) => states.every((one) => one === "sent" || one === "refused"));
    expect(office.received.map((one) => one.to).sort()).toEqual([
      `1@${slug}.example.org`,
      `3@${slug}.example.org`,
    ]);
    const row = await store.db
      .selectFrom("invitations")
      .where("id", "=", `${slug}-2`)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row.undeliverable).toMatch(/no such user/);
  });

  test("a letter refused for what it says fails, and stays failed", async () => {
    const { mailingId } = await invite(1);
    office.onLetter = () => refusal(554, "5.7.1 looks like spam");
    work();
    await until(mailingId, all("failed"));
    expect((await messages(mailingId))[0]?.problem).toMatch(/spam/);
  });

  test("when the line breaks after the letter was handed over, it is unsure and not sent again", async () => {
    const { mailingId } = await invite(1);
    office.onLetter = () => "hang up after taking it";
    work();
    await until(mailingId, all("unsure"));
    await pause(300);
    expect(office.received).toHaveLength(1);
  });

  test("a process killed between sending and recording leaves the letter unsure; the next one sends only the rest", async () => {
    const { mailingId } = await invite(8);
    const real = mailer(`smtp://127.0.0.1:${office.port}`, "survey@example.org");
    let handed = 0;
    // Sends the letters after the first and is never heard of again.
    const killed: Mailer = {
      deliver: async (...letter) => {
        const delivery = await real.deliver(...letter);
        if (++handed > 1) await new Promise(() => {});
        return delivery;
      },
      close: (force) => real.close(force),
    };
    work(store, "one", killed);
    running.pop();
    for (let tries = 0; office.received.length < 1 + lettersAtOnce && tries < 500; tries++) await pause(20);
    expect(office.received).toHaveLength(1 + lettersAtOnce);
    work(second, "one");
    const states = await until(mailingId, (found) =>
      found.every((one) => one === "sent" || one === "unsure"),
    );
    expect(states.filter((one) => one === "unsure")).toHaveLength(lettersAtOnce);
    expect(office.received).toHaveLength(8);
    expect(new Set(office.received.map((one) => one.to)).size).toBe(8);
    real.close(true);
  });

  test("two processes on one database send every letter once", async () => {
    const { mailingId } = await invite(20);
    work(store, "one");
    work(second, "two");
    await until(mailingId, all("sent"));
    expect(office.received).toHaveLength(20);
    expect(new Set(office.received.map((one) => one.to)).size).toBe(20);
  });

  test("a few are on their way at once, and no more than that while the server thinks", async () => {
    const { mailingId } = await invite(10);
    let open = 0;
    let most = 0;
    const slow: Mailer = {
      deliver: async () => {
        most = Math.max(most, ++open);
        await pause(60);
        open--;
        return { is: "accepted" };
      },
      close: () => {},
    };
    work(store, "one", slow);
    await until(mailingId, all("sent"));
    expect(most).toBe(lettersAtOnce);
  });

  test("a server that is away is asked once, not by every letter that could be under way", async () => {
    const { mailingId } = await invite(10);
    let asked = 0;
    const away: Mailer = {
      deliver: async () => {
        asked++;
        await pause(60);
        return { is: "later", problem: "ECONNREFUSED", server: true };
      },
      close: () => {},
    };
    work(store, "one", away);
    await until(mailingId, (states) => asked > 0 && states.every((one) => one === "queued"));
    await pause(300);
    expect(asked).toBeLessThanOrEqual(lettersAtOnce);
    expect((await messages(mailingId)).filter((one) => one.attempts > 0)).toHaveLength(asked);
  });

  test("asked to stop, it finishes what is in hand and starts no other", async () => {
    const { mailingId } = await invite(5);
    const worker = work();
    for (let tries = 0; office.received.length === 0 && tries < 500; tries++) await pause(5);
    await worker.stop();
    const states = (await messages(mailingId)).map((one) => one.state);
    expect(states).not.toContain("sending");
    expect(states.filter((one) => one === "sent")).toHaveLength(office.received.length);
  });
});
