import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { Result, RunOptions } from "axe-core";

// The one that @axe-core/playwright brings along.
const beside = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const { source } = beside("axe-core") as typeof import("axe-core");

/**
 * No accessibility problem that axe knows, by day; and by night, where only colours differ, none of colour. Asked of axe
 * itself: put into the page once and telling violations only, it takes a third of the time, and finds the same.
 */
export async function expectAccessible(page: Page) {
  const found: string[] = [];
  await page.evaluate(source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const rules: RunOptions = colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {};
    for (const { id, nodes } of await violations(page, { ...rules, resultTypes: ["violations"] }))
      for (const node of nodes) found.push(`${colorScheme} ${id}: ${node.html} ${node.failureSummary}`);
  }
  await page.emulateMedia({ colorScheme: null });
  expect(found, await page.title()).toEqual([]);
}

const violations = (page: Page, options: RunOptions): Promise<Result[]> =>
  page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    return (await axe.run(document, options)).violations;
  }, options);
