import net from "node:net";
import { gunzipSync } from "node:zlib";

export interface Answer {
  status: number;
  location: string;
  /** The value of the Set-Cookie header that sets the draft's cookie, up to its first semicolon. */
  cookie: string;
  gzip: boolean;
  /** The server says that it closes the connection now. */
  closing: boolean;
  /** As it came over the wire, chunk sizes taken out. */
  body: Buffer;
}

export const textOf = (answer: Answer) => (answer.gzip ? gunzipSync(answer.body) : answer.body).toString();

/**
 * One kept-alive HTTP connection that understands just what this server says. fetch costs more CPU per request than
 * the pages measured here, and the load shares the machine with the server.
 */
export class Connection {
  readonly #socket: net.Socket;
  readonly #host: string;
  #received: Buffer[] = [];
  #size = 0;
  #settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  /** False once either side has closed it: servers close what has been idle for some seconds. */
  isOpen = true;

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    this.#socket = net.connect({ host: "127.0.0.1", port, noDelay: true });
    this.#socket.on("data", (chunk) => this.#take(chunk));
    this.#socket.on("error", (error) => this.#end(error));
    this.#socket.on("end", () => this.#end(new Error("The server closed the connection.")));
    this.#socket.on("close", () => this.#end(new Error("The connection was closed.")));
  }

  get(path: string, cookie: string): Promise<Answer> {
    return this.#send(`GET ${path} HTTP/1.1\r\n${this.#headers(cookie)}\r\n`);
  }

  post(path: string, cookie: string, body: string): Promise<Answer> {
    const about = `Origin: http://${this.#host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n`;
    return this.#send(`POST ${path} HTTP/1.1\r\n${this.#headers(cookie)}${about}\r\n${body}`);
  }

  close(): void {
    this.#settle = undefined;
    this.isOpen = false;
    this.#socket.destroy();
  }

  #end(error: Error): void {
    this.isOpen = false;
    this.#settle?.reject(error);
  }

  /** What a phone in Chinese sends along that this server reads. */
  #headers(cookie: string): string {
    const kept = cookie && `Cookie: ${cookie}\r\n`;
    return `Host: ${this.#host}\r\nAccept-Encoding: gzip, deflate\r\nAccept-Language: zh-CN,zh;q=0.9\r\nAccept: text/html\r\n${kept}`;
  }

  #send(text: string): Promise<Answer> {
    if (!this.isOpen) return Promise.reject(new Error("The connection is closed."));
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(text, "latin1");
    });
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#size += chunk.length;
    const all = this.#received.length === 1 ? chunk : Buffer.concat(this.#received, this.#size);
    const answer = read(all);
    this.#received = answer ? [] : [all];
    this.#size = answer ? 0 : all.length;
    if (!answer) return;
    if (answer.closing) this.isOpen = false;
    this.#settle?.resolve(answer);
  }
}

/** The answer, once all of it is there. */
function read(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = bytes.toString("latin1", 0, end + 2);
  const field = (name: string) => new RegExp(`\\r\\n${name}: ([^\\r]*)`, "i").exec(head)?.[1] ?? "";
  const status = Number(head.slice(9, 12));
  const length = field("content-length");
  const body = /\r\ntransfer-encoding: chunked/i.test(head)
    ? unchunk(bytes, end + 4)
    : bytes.length >= end + 4 + Number(length)
      ? bytes.subarray(end + 4, end + 4 + Number(length))
      : undefined;
  if (!body) return undefined;
  const cookie = /\r\nset-cookie: (draft=[^;\r]*)/i.exec(head)?.[1] ?? "";
  const gzip = field("content-encoding") === "gzip";
  return {
    status,
    location: field("location"),
    cookie,
    gzip,
    closing: field("connection") === "close",
    body,
  };
}

function unchunk(bytes: Buffer, from: number): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const line = bytes.indexOf("\r\n", at);
    if (line < 0) return undefined;
    const size = Number.parseInt(bytes.toString("latin1", at, line), 16);
    if (bytes.length < line + 2 + size + 2) return undefined;
    if (size === 0) return parts.length === 1 ? parts[0] : Buffer.concat(parts);
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
