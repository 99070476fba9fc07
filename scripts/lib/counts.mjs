import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * What a Vitest JSON report says. A file that could not even be loaded has no tests; it counts as one failure.
 * @param {string} file @param {number} exitCode of the run
 * @returns {Counts}
 */
export function countVitest(file, exitCode) {
  const report = read(file);
  const broken = (report?.testResults ?? []).filter(
    (
      /** @type {{ status: string, assertionResults: { status: string }[] }} */ { status, assertionResults },
    ) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return agreeing(report?.numPassedTests, (report?.numFailedTests ?? 0) + broken.length, exitCode);
}

/**
 * What a Playwright JSON report says.
 * @param {string} file @param {number} exitCode of the run
 * @returns {Counts}
 */
export function countPlaywright(file, exitCode) {
  const { stats } = read(file) ?? {};
  return agreeing((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected, exitCode);
}

/**
 * A run that ended badly has a failure, also one that no test can be named for: a crash, no test found.
 * @param {number} passed @param {number} failed @param {number} exitCode
 */
function agreeing(passed = 0, failed = 0, exitCode) {
  return { passed, failed: exitCode !== 0 ? Math.max(1, failed) : failed };
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
