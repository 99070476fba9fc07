import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** No accessibility problem that axe knows, by day; and by night, where only colours differ, none of colour. */
export async function expectAccessible(page: Page) {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // One frame, no need for the slower way that also reads frames of other origins.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (colorScheme === "dark" ? axe.withRules("color-contrast") : axe).analyze();
    for (const { id, nodes } of violations)
      for (const node of nodes) found.push(`${colorScheme} ${id}: ${node.html} ${node.failureSummary}`);
  }
  await page.emulateMedia({ colorScheme: null });
  expect(found, await page.title()).toEqual([]);
}
