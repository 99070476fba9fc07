import { type BrowserContext, expect, type Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import { readRows } from "./store.ts";
import { answer, consent, draftSecret, type Given, instrument, question, type Walk } from "./survey.ts";

/** The phone has everything it needs to go on without network: a worker in charge and a document to show. */
export async function whenReady(page: Page, slug: string, version = ""): Promise<void> {
  const isReady = async ([home, wanted]: string[]) => {
    if ((await navigator.serviceWorker.getRegistration("/s/"))?.active?.state !== "activated") return false;
    const kept = await (await caches.open(home as string)).keys();
    return kept.some(({ url }) => url.includes(`${home}/offline`) && url.includes(wanted as string));
  };
  await expect.poll(() => page.evaluate(isReady, [`/s/${slug}`, version])).toBe(true);
}

/** No network for any page of this phone nor for its service worker, or the network back. */
export async function takeOffline(context: BrowserContext, offline: boolean): Promise<void> {
  await context.setOffline(offline);
}

/** Everything tapped so far lies on the phone: nothing is waiting for its turn. */
export const settled = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const { held = [], pending = [] } = await navigator.locks.query();
        return held.length + pending.length;
      }),
    )
    .toBe(0);

/** What a curious next user of this phone could find: names of databases, texts in caches, storage. */
export const keptOnPhone = (page: Page) =>
  page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? "");
    }
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      cached: texts.join("\n"),
      storage: JSON.stringify(localStorage) + JSON.stringify(sessionStorage),
    };
  });

/** Opened once with network, then begun from the letter without it: waits at the first page after the screening. */
export async function beginOffline(page: Page, context: BrowserContext, slug: string): Promise<void> {
  await page.goto(`/s/${slug}?lang=zh-CN`);
  await whenReady(page, slug);
  await takeOffline(context, true);
  await page.goto(`/s/${slug}`);
  await agree(page);
  await answer(page, "SCR01", "none", "zh-CN");
  await next(page).click();
  await expect(question(page, "NP01", "zh-CN")).toBeVisible();
}

/** Finishes what was begun with `beginReady`, without network, and leaves it waiting on the phone. */
export async function finishOffline(page: Page, context: BrowserContext): Promise<void> {
  const { survey, phone } = messagesIn("zh-CN");
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  await page.getByRole("button", { name: survey.submit }).click();
  await expect(page.getByRole("heading", { name: phone.doneTitle })).toBeVisible();
  await settled(page);
}

/** From the page that is shown to the last one, which is filled in but not handed in. @returns codes as presented */
export async function walkOffline(
  page: Page,
  { language, given }: Walk,
  look: (code: string) => Promise<void> = async () => {},
): Promise<string[]> {
  const { survey } = messagesIn(language);
  const presented: string[] = [];
  for (let pages = 0; pages < 20; pages++) {
    const section = page.locator("[data-page]:not([hidden])");
    const code = (await section.getAttribute("data-page")) ?? "";
    const asked = () =>
      section.locator(".q:not([hidden])").evaluateAll((found) => found.map((one) => one.id));
    for (const item of await asked()) {
      const one = given[item];
      if (one !== undefined) await answer(page, item, one, language);
    }
    presented.push(...(await asked()));
    await look(code);
    const next = page.getByRole("button", { name: survey.next, exact: true });
    if ((await next.count()) === 0) return presented;
    await next.click();
    await expect(page.locator(`[data-page=${code}]`)).toBeHidden();
  }
  throw new Error("The survey does not end");
}

export const said = "一句只有这个人会说的话";
export const short: Given = { SCR01: "none", BG01: "hvc", BG03: "53", NP01: ["cost", "know"], OPS01: said };

export const next = (page: Page, language: Language = "zh-CN") =>
  page.getByRole("button", { name: messagesIn(language).survey.next, exact: true });

/** Ticks what is required on the letter that is shown, and starts. */
export async function agree(page: Page, language: Language = "zh-CN"): Promise<void> {
  await page.getByRole("checkbox", { name: instrument.consent.ticks[0]?.text[language] ?? "" }).check();
  await page.getByRole("button", { name: messagesIn(language).survey.start }).click();
}

/** Phones spread their sending over seconds; one phone alone need not wait for the others. */
export const hasten = ({ context }: { context: BrowserContext }) =>
  context.addInitScript("{ const random = Math.random; Math.random = () => random() / 20 }");

/** Someone who stands on the second page, all of it known to the server, ready for no network. @returns the secret */
export async function beginReady(page: Page, slug: string): Promise<string> {
  await consent(page, slug, "zh-CN");
  await whenReady(page, slug);
  await answer(page, "SCR01", "none", "zh-CN");
  await next(page).click();
  await expect(page).toHaveURL(/reasons$/);
  return draftSecret(page);
}

export function rowsAt(file: string, slug: string) {
  const [collector] = readRows(file, "collectors", "slug = ?", slug);
  return readRows(file, "responses", "collector_id = ?", collector?.id);
}
