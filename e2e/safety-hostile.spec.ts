import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { newSecret } from "#app/fieldwork/phone-secret.server.ts";
import { bringCrowd } from "../bench/load.ts";
import { type ServerProcess, startServer } from "../bench/server-process.ts";
import { fuzz } from "./fuzz.ts";
import { form, headOf, oddRequests, postedTo } from "./odd-requests.ts";
import { everyAsker } from "./people.ts";
import { type Exchange, exchange, pour } from "./raw.ts";
import { seededDatabase } from "./seeded-database.ts";
import { hurryToLastPage } from "./survey.ts";

/** A server of its own: what is measured here is how it fares, and nobody else's test should be there at the time. */
let server: ServerProcess;
let folder: string;
let database: string;
let base: string;

test.beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-hostile-"));
  database = path.join(folder, "demo.sqlite");
  fs.copyFileSync(seededDatabase, database);
  server = await startServer(database);
  base = `http://localhost:${server.port}`;
});
test.afterAll(async () => {
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});
// Whatever was sent: no answer of 500, no stack trace, and the server is still there.
test.afterEach(async () => {
  expect(server.log()).not.toMatch(/"status":5(?!03)|^\s+at .+:\d+:\d+/m);
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
});

/** What a class of sixty must have to show for it, whatever else goes on. */
async function expectClassUnharmed(crowd: ReturnType<typeof bringCrowd>) {
  const { result, account, reading } = await crowd;
  expect(result.failures).toEqual([]);
  expect(result.receipts).toHaveLength(60);
  expect(account).toMatchObject({ rows: 60, lost: 0, doubled: 0, strangers: 0, unseen: 0 });
  // A connection may break where the machine is too busy to take it up; whoever taps again gets through.
  const statuses = new Set(Object.values(result.tally).flatMap(({ outcomes }) => Object.keys(outcomes)));
  expect([...statuses].filter((one) => one !== "broken").sort()).toEqual(["200", "303"]);
  expect(result.tally.again?.outcomes[200]).toBe(15);
  return { result, reading };
}

test("attack 14: sixty phones and 200 garbage requests a second behind one address: sixty receipts, sixty rows", async () => {
  test.setTimeout(150_000);
  const { result } = await expectClassUnharmed(
    bringCrowd(database, server, { phones: 60, seconds: 10, garbage: 200, seed: 4000 }),
  );
  // The garbage was there, and was refused as what it is. Whoever guesses at doors is kept waiting.
  const refused = Object.entries(result.garbage);
  expect(refused.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThan(1000);
  for (const [outcome] of refused) expect(outcome).toMatch(/^4\d\d$|^no answer$/);
});

test("slow senders of headers and bodies are let go in time, while a class answers and memory stays flat", async () => {
  test.setTimeout(180_000);
  const slow = Array.from({ length: 250 }, (_, number) => dribble(number < 200 ? "headers" : "body"));
  await pause(500);
  const { reading } = await expectClassUnharmed(
    bringCrowd(database, server, { phones: 60, seconds: 10, garbage: 0, seed: 5000 }),
  );
  expect(reading.memory.peak - reading.memory.start).toBeLessThan(60);
  const lasted = await Promise.all(slow);
  const slowest = (kind: string) =>
    Math.max(...lasted.filter((one) => one.kind === kind).map(({ ms }) => ms));
  expect(slowest("headers")).toBeLessThan(14_000);
  expect(slowest("body")).toBeLessThan(35_000);
});

/** Sends a byte now and then. @returns how long the server put up with it */
async function dribble(kind: "headers" | "body") {
  const host = `127.0.0.1:${server.port}`;
  const start = performance.now();
  const socket = net.connect(server.port, "127.0.0.1");
  socket.on("error", () => {});
  socket.resume();
  const head = `Host: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  socket.write(`POST /s/demo HTTP/1.1\r\n${head}`);
  if (kind === "body") socket.write("Content-Length: 9000\r\n\r\n");
  const drip = setInterval(() => socket.write(kind === "body" ? "a" : "X-A: b\r\n"), 400);
  await Promise.race([new Promise((resolve) => socket.once("close", resolve)), pause(60_000)]);
  clearInterval(drip);
  socket.destroy();
  return { kind, ms: performance.now() - start };
}

const head = (...asked: [method: string, path: string, more?: string]) => headOf(base, ...asked);
const posted = (...asked: [path: string, body: string, type?: string]) => postedTo(base, ...asked);

/** The quickest of up to five tries: what the server needs, not what the machine was busy with. */
async function quickest(once: () => Promise<Exchange>): Promise<Exchange> {
  let best = await once();
  for (
    let tries = 1;
    tries < 5 && best.status >= 400 && best.status < 500 && best.answeredMs >= 50;
    tries++
  ) {
    const next = await once();
    if (next.status < 400 || next.status >= 500 || next.answeredMs < best.answeredMs) best = next;
  }
  return best;
}

test("sixty megabytes are refused within 50 ms, unread, and the connection is closed", async () => {
  const length = `Content-Length: ${60 * 2 ** 20}\r\n`;
  const chunked = (block: Buffer) =>
    Buffer.concat([Buffer.from(`${block.length.toString(16)}\r\n`), block, Buffer.from("\r\n")]);
  const shapes: Record<string, () => Promise<Exchange>> = {
    announced: () =>
      exchange(base, head("POST", "/s/demo/about", form + length), { more: pour(60), patienceMs: 3000 }),
    "to the studio": () =>
      exchange(base, head("POST", "/studio/sign-in", form + length), { more: pour(60), patienceMs: 3000 }),
    "from another site": () =>
      exchange(
        base,
        head("POST", "/withdraw", form + length).replace(/Origin: [^\r]*/, "Origin: https://evil.example"),
        {
          more: pour(60),
          patienceMs: 3000,
        },
      ),
    "in chunks": () =>
      exchange(base, head("POST", "/s/demo/about", `${form}Transfer-Encoding: chunked\r\n`), {
        more: pour(60, chunked),
        patienceMs: 3000,
      }),
    "announced as ten bytes": () =>
      exchange(base, head("POST", "/s/demo", `${form}Content-Length: 10\r\n`), {
        more: pour(60),
        patienceMs: 3000,
      }),
    "with a question": () =>
      exchange(base, head("GET", "/studio/sign-in", length), { more: pour(60), patienceMs: 3000 }),
    "after asking whether it may": () =>
      exchange(base, head("POST", "/s/demo", `${form + length}Expect: 100-continue\r\n`), {
        patienceMs: 3000,
      }),
  };
  await server.watch();
  for (const [shape, send] of Object.entries(shapes)) {
    const { status, answeredMs, closedMs, said } = await quickest(send);
    // What follows the ten bytes is no request, and Node hangs up in the middle of it: not everybody hears why.
    expect(shape === "announced as ten bytes" ? [0, 400] : [400, 411, 413], shape).toContain(status);
    if (status !== 0) expect(answeredMs, shape).toBeLessThan(50);
    expect(closedMs, shape).toBeLessThan(2500);
    expect(said, shape).not.toContain("100 Continue");
  }
  const { memory } = await server.read();
  expect(memory.peak - memory.start).toBeLessThan(60);
});

test("as many fields as fit are refused within 50 ms and hold nobody up", async () => {
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
  const multipart = "Content-Type: multipart/form-data; boundary=x\r\n";
  const requests = ["/s/demo", "/withdraw", "/studio/sign-in"].flatMap((path) => [
    posted(path, "a&".repeat(130_000)),
    posted(path, "a=&".repeat(85_000)),
    posted(path, "%61=%62&".repeat(32_000)),
    posted(path, part.repeat(5000), multipart),
    head("POST", path, `${form}Content-Length: ${200_000 * 4}\r\n`),
  ]);
  let heldUp = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5 && heldUp >= 100; round++) {
    await server.watch();
    for (const request of requests) {
      const { status, answeredMs } = await quickest(() => exchange(base, request));
      expect(status, request.slice(0, 60)).toBeGreaterThanOrEqual(400);
      expect(status, request.slice(0, 60)).toBeLessThan(500);
      expect(answeredMs, request.slice(0, 60)).toBeLessThan(50);
    }
    heldUp = (await server.read()).longestWork;
  }
  expect(heldUp).toBeLessThan(100);
});

test("what no browser sends gets a 4xx at once, never a 5xx", async () => {
  const { refused, harmless } = oddRequests(base);
  const wrong: string[] = [];
  for (const [name, bytes] of Object.entries({ ...refused, ...harmless })) {
    const { status, answeredMs } = await exchange(base, bytes);
    if (name in refused ? status < 400 || status >= 500 : status !== 200) wrong.push(`${name}: ${status}`);
    if (!(answeredMs < 500)) wrong.push(`${name}: ${answeredMs} ms`);
  }
  expect(wrong).toEqual([]);
  // Going away in the middle of a form is nobody's error either.
  for (const away of ["end", "resetAndDestroy"] as const)
    for (const path of ["/s/demo", "/withdraw", "/studio/sign-in"])
      await exchange(base, head("POST", path, `${form}Content-Length: 1000\r\n`), {
        more: (socket) => setTimeout(() => socket[away](), 50),
      });
});

test("two thousand odd requests to every route, by everybody: never a 5xx", async () => {
  test.setTimeout(180_000);
  const { askers } = await everyAsker(base, database);
  const student = await hurryToLastPage(base, "demo", newSecret());
  const report = await fuzz({ ...askers, student }, 2000, 20_261_122);
  expect(report.broken).toEqual([]);
  expect(report.requests).toBe(2000);
  // Some of it must have come through, or nothing was tried.
  expect(report.statuses[200]).toBeGreaterThan(50);
  expect(report.statuses[400]).toBeGreaterThan(50);
  expect(report.statuses[404]).toBeGreaterThan(100);
});
