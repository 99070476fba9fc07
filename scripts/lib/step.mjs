import { stdout } from "node:process";

/**
 * One line of progress: what is being done, then how it ended and how long it took.
 * @template T
 * @param {string} title what is being done, e.g. "Installing dependencies"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  stdout.write(`${title} … `);
  try {
    const result = await work();
    stdout.write(`done (${seconds(start)})\n`);
    return result;
  } catch (error) {
    stdout.write(`failed (${seconds(start)})\n`);
    throw error;
  }
}

/** @param {number} start milliseconds of Date.now() */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/** The end of a long output, where its reason usually stands. @param {string} output */
export function tail(output, lines = 40) {
  return output.trimEnd().split("\n").slice(-lines).join("\n");
}
