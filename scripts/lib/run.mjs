import { spawn } from "node:child_process";
import { constants } from "node:os";
import process from "node:process";
import { root } from "./runtime.mjs";

/** @typedef {{ env?: NodeJS.ProcessEnv, seconds?: number, shell?: boolean }} RunOptions */

/**
 * Runs a program to its end and keeps what it prints; nothing is shown.
 * @param {string} command @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when it cannot be started, 124 when out of time
 */
export function runQuietly(command, args, { env = process.env, seconds, shell } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let outOfTime = false;
    const timer = seconds && setTimeout(() => (outOfTime = child.kill("SIGKILL")), seconds * 1000);
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 127, output: String(error.message) }));
    child.on("close", (code) => {
      clearTimeout(timer || undefined);
      resolve({ code: outOfTime ? 124 : (code ?? 1), output });
    });
  });
}

/**
 * Runs a program on this terminal to its end. SIGINT and SIGTERM are passed on, so that it can drain.
 * @param {string} command @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function runInForeground(command, args, { env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: "inherit" });
    const stop = forwardSignals(child);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      stop();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1));
    });
  });
}

/** @param {import("node:child_process").ChildProcess} child */
function forwardSignals(child) {
  /** @type {Partial<Record<NodeJS.Signals, number>>} */
  const last = {};
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // A terminal's Ctrl-C reaches the whole group, the child included; npm sends its own copy on top. One is enough.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    const now = Date.now();
    if (now - (last[signal] ?? 0) > 1000) child.kill(signal);
    last[signal] = now;
  };
  const signals = /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
