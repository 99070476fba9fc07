import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A letter as it arrived, with the personal links in it. */
export interface Arrived {
  to: string;
  head: string;
  text: string;
  token: string;
}

/** A real mail server on this machine. Addresses that begin with `wrong` do not exist. */
export class PostOffice {
  readonly letters: Arrived[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith("wrong")
            ? Object.assign(new Error("5.1.1 no such user"), { responseCode: 550 })
            : undefined,
        ),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk) => chunks.push(chunk));
        stream.on("end", () => {
          this.letters.push(
            arrived(session.envelope.rcptTo[0]?.address ?? "", Buffer.concat(chunks).toString()),
          );
          done();
        });
      },
    });
  }

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    office.#server.listen(0, "127.0.0.1");
    await once(office.#server.server, "listening");
    return office;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** What one address was sent, in order. */
  to(address: string): Arrived[] {
    return this.letters.filter((one) => one.to === address);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

function arrived(to: string, source: string): Arrived {
  const head = (source.split("\r\n\r\n")[0] ?? "").replace(/\r\n\s+/g, " ");
  const plain = source.split(/\r\n--/).find((part) => /Content-Type: text\/plain/i.test(part)) ?? "";
  const [how = "", ...rest] = plain.split("\r\n\r\n");
  const written = rest.join("\r\n\r\n");
  const bytes = /base64/i.test(how)
    ? Buffer.from(written, "base64")
    : Buffer.from(
        written
          .replace(/=\r\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      );
  const text = bytes.toString("utf8").replaceAll("\r\n", "\n");
  return { to, head, text, token: /\/i\/([\w-]{22})\s/.exec(text)?.[1] ?? "" };
}
