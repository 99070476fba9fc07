import net from "node:net";

export interface Exchange {
  /** Status of the first answer; 0 when there was none. */
  status: number;
  /** From the last byte of the request (or the start of an endless one) to the first byte of the answer. */
  answeredMs: number;
  /** Until the server closed the connection; NaN when it was still open after `patienceMs`. */
  closedMs: number;
  said: string;
}

/**
 * Bytes over a connection of their own, as no HTTP client would send them.
 * @param more sends on, once the first bytes are out
 * @param patienceMs how long to wait for the server to close, after its answer or without one
 */
export function exchange(
  base: string,
  bytes: string,
  { more, patienceMs = 50 }: { more?: (socket: net.Socket) => void; patienceMs?: number } = {},
): Promise<Exchange> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(new URL(base).port), "127.0.0.1");
    let start = performance.now();
    let said = "";
    let answeredMs = Number.NaN;
    const end = (closedMs: number) => {
      const status = Number(
        /^HTTP\/1\.1 (?!100)(\d{3})|\r\n\r\nHTTP\/1\.1 (\d{3})/.exec(said)?.slice(1).find(Boolean) ?? 0,
      );
      resolve({ status, answeredMs, closedMs, said });
      socket.destroy();
    };
    const since = () => performance.now() - start;
    socket.on("connect", () => {
      start = performance.now();
      socket.write(bytes, "latin1");
      more?.(socket);
    });
    const waitForClose = () => setTimeout(() => end(Number.NaN), patienceMs);
    const hangsUp = setTimeout(() => end(Number.NaN), 10_000);
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
      // "100 Continue" only asks for the rest.
      if (!Number.isNaN(answeredMs) || /^HTTP\/1\.1 100[^\r]*\r\n\r\n$/.test(said)) return;
      answeredMs = since();
      clearTimeout(hangsUp);
      waitForClose();
    });
    socket.on("close", () => end(since()));
    socket.on("error", () => {});
  });
}

/** Sends `megabytes` as fast as they are taken, framed by `frame`. */
export const pour =
  (megabytes: number, frame: (block: Buffer) => Buffer = (block) => block) =>
  (socket: net.Socket) => {
    const block = frame(Buffer.alloc(2 ** 20, "a"));
    let sent = 0;
    const on = () => {
      while (sent++ < megabytes && !socket.destroyed)
        if (!socket.write(block)) return void socket.once("drain", on);
    };
    on();
  };
