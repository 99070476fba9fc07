import { randomBytes } from "node:crypto";
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { randomFrom } from "#app/instrument/order.ts";

const word = () => randomBytes(5).toString("hex");
const post = (path: string, host: string, more: string, body: string) =>
  `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\n${more}\r\n${body}`;
const form = (length: number) =>
  `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${length}\r\n`;

/** What a scanner, a broken program or somebody with bad intentions sends; `host` is the server's own. */
const kinds: ((host: string) => string)[] = [
  (host) => `GET /${word()}/${word()}?${word()} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
  (host) => `GET /s/${word()} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
  (host) =>
    `GET /s/demo/about HTTP/1.1\r\nHost: ${host}\r\nCookie: draft=${randomBytes(16).toString("hex")}\r\n\r\n`,
  (host) => `GET /wp-login.php?author=%00%ff%E0%A4%A HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
  (host) => post("/s/demo", host, form(9), "CON01=%zz"),
  (host) => post("/s/demo/words", host, form(30), `OPS01=${"%".repeat(24)}`),
  (host) => post(`/s/${word()}`, host, form(9), "CON01=yes"),
  (host) => post("/withdraw", host, "Content-Type: multipart/form-data\r\nContent-Length: 4\r\n", "--x\r"),
  (host) => post("/s/demo", host, "Content-Length: 62914560\r\n", "x"),
  (host) => post("/s/demo", host, "Transfer-Encoding: chunked\r\n", "5\r\nabcde\r\n"),
  (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Much: ${"x".repeat(40_000)}\r\n\r\n`,
  () => "GET /s/demo HTTP/1.1\r\nHost: evil.example\r\n\r\n",
  () => "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03 not http at all\r\n\r\n",
];

/**
 * Sends that many requests a second to 127.0.0.1 until stopped, each over a connection of its own.
 * @returns how many ended with which status
 */
export async function sendGarbage(port: number, perSecond: number, stopped: AbortSignal) {
  const outcomes: Record<string, number> = {};
  const random = randomFrom(7);
  const start = performance.now();
  const open = new Set<Promise<void>>();
  for (let sent = 0; !stopped.aborted; await pause(10)) {
    for (
      const due = ((performance.now() - start) / 1000) * perSecond;
      sent < due && open.size < 400;
      sent++
    ) {
      const text = kinds[Math.floor(random() * kinds.length)]?.(`127.0.0.1:${port}`) ?? "";
      const one: Promise<void> = send(port, text).then((outcome) => {
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        open.delete(one);
      });
      open.add(one);
    }
  }
  await Promise.all(open);
  return outcomes;
}

/** Whatever bytes, over a connection of their own. @returns the status of the first answer, or how it ended without one */
export function send(port: number, text: string, patienceMs = 3000): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
    let said = "";
    const end = (outcome: string) => {
      resolve(/^HTTP\/1\.[01] (\d{3})/.exec(said)?.[1] ?? outcome);
      socket.destroy();
    };
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
      if (said.length > 12 && !said.startsWith("HTTP/1.1 100")) end("no HTTP");
    });
    socket.on("close", () => end("closed"));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      end(error.code === "ECONNREFUSED" ? "refused" : "closed"),
    );
    socket.setTimeout(patienceMs, () => end("no answer"));
  });
}
