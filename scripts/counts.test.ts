import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { countPlaywright, countVitest } from "./lib/counts.mjs";

const folder = mkdtempSync(join(tmpdir(), "tributary-counts-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("the numbers under a test run", () => {
  test("are Vitest's, and a file that did not load is a failure", () => {
    const passing = { status: "passed", assertionResults: [{ status: "passed" }] };
    const failing = { status: "failed", assertionResults: [{ status: "failed" }] };
    const unloadable = { status: "failed", assertionResults: [] };
    const file = report({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [passing, failing, unloadable],
    });
    expect(countVitest(file, 1)).toEqual({ passed: 1, failed: 2 });
  });

  test("are Playwright's, without what was skipped", () => {
    const file = report({ stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 4 } });
    expect(countPlaywright(file, 1)).toEqual({ passed: 6, failed: 2 });
  });

  test("never hide a run that ended badly", () => {
    expect(countVitest(report({ numPassedTests: 7, numFailedTests: 0, testResults: [] }), 1).failed).toBe(1);
    expect(countPlaywright(join(folder, "none.json"), 1)).toEqual({ passed: 0, failed: 1 });
  });
});
