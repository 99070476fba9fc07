import { Session } from "node:inspector/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";
import { sharesOf } from "./profile.ts";

/**
 * Loaded into the measured server before it (`node --import`), so that the product carries nothing for it: answers
 * the process that started the server when asked how long its event loop was held up and how much memory it took.
 */
export type Question = "start" | "read" | "profile" | "shares";

export interface Reading {
  /** Milliseconds by which timers came late, beyond their interval. */
  loop: { p50: number; p99: number; max: number };
  /** Milliseconds of CPU between two looks at the timers, at most: what it held up itself, however busy the machine. */
  longestWork: number;
  /** Resident memory in MB, since "start". */
  memory: { start: number; peak: number; end: number };
}

const resolution = 10;
const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
let delay: ReturnType<typeof monitorEventLoopDelay> | undefined;
let memory = { start: 0, peak: 0 };
let longestWork = 0;
let session: Session | undefined;

function start() {
  delay ??= monitorEventLoopDelay({ resolution });
  delay.enable();
  delay.reset();
  longestWork = 0;
  memory = { start: megabytes(), peak: megabytes() };
}

function read(): Reading {
  const late = (nanoseconds = 0) => Math.max(0, nanoseconds / 1e6 - resolution);
  return {
    loop: {
      p50: late(delay?.percentile(50)),
      p99: late(delay?.percentile(99)),
      max: late(delay?.max),
    },
    longestWork,
    memory: { ...memory, end: megabytes() },
  };
}

async function profile() {
  session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 500 });
  await session.post("Profiler.start");
}

async function shares() {
  const found = await session?.post("Profiler.stop");
  session?.disconnect();
  return found ? sharesOf(found.profile) : {};
}

const answers: Record<Question, () => unknown> = { start, read, profile, shares };

if (isMainThread && process.send) {
  process.on("message", async (question: Question) => {
    const answer = await answers[question]?.();
    process.send?.({ question, answer: answer ?? null });
  });
  // Listening for questions must not keep a server alive that has finished; nor may it outlive who started it.
  process.channel?.unref();
  process.on("disconnect", () => process.exit(0));
  let before = process.threadCpuUsage();
  setInterval(() => {
    const now = process.threadCpuUsage();
    longestWork = Math.max(longestWork, (now.user + now.system - before.user - before.system) / 1000);
    before = now;
  }, resolution).unref();
  setInterval(() => {
    memory.peak = Math.max(memory.peak, megabytes());
  }, 100).unref();
}
