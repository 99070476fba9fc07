import { expect, type Page } from "@playwright/test";
import { itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import { yearsOf } from "#app/questions/year.ts";
import { Client } from "./http.ts";

export const instrument = templates["oneplusx-student"]();
const items = new Map(itemsOf(instrument).map((item) => [item.code, item]));

/** What somebody answers: option codes, scale points, 98 for N/A, or words as typed. */
export type Given = Record<string, string | number | string[]>;

/** Question `code` as a student finds it: by what it says. */
export function question(page: Page, code: string, language: Language) {
  const item = items.get(code);
  if (!item) throw new Error(`There is no question ${code}`);
  const isGroup =
    item.kind === "scale" || item.kind === "multiple" || (item.kind === "single" && item.options.length <= 9);
  const name = item.text[language];
  if (!isGroup) return page.getByLabel(name);
  return page.getByRole(item.kind === "multiple" ? "group" : "radiogroup", { name });
}

/** Answers one question with taps, or with keys where there is something to type. */
export async function answer(page: Page, code: string, given: Given[string], language: Language) {
  const item = items.get(code);
  const place = question(page, code, language);
  const labelOf = (option: string) =>
    (item && "options" in item && item.options.find((one) => one.code === option)?.label[language]) || "";
  switch (item?.kind) {
    case "scale": {
      const scale = instrument.scales[item.scale];
      const label =
        given === 98 ? scale?.notApplicable : scale?.points.find(({ value }) => value === given)?.label;
      return place.getByRole("radio", { name: label?.[language] ?? "", exact: true }).check();
    }
    case "single":
      if (item.options.length > 9) return void (await place.selectOption({ label: labelOf(String(given)) }));
      return place.getByRole("radio", { name: labelOf(String(given)), exact: true }).check();
    case "multiple":
      for (const one of given as string[])
        await place.getByRole("checkbox", { name: labelOf(one), exact: true }).check();
      return;
    case "year":
      expect(yearsOf(item, new Date().getFullYear())).toContain(given);
      return void (await place.selectOption(String(given)));
    default:
      return place.fill(String(given));
  }
}

export interface Walk {
  language: Language;
  given: Given;
  /** Looks at each page before it is answered. */
  look?(page: Page, code: string): Promise<void>;
}

/** Fills in whatever of `given` this page asks. @returns the codes it asks, in presented order */
export async function fillPage(page: Page, { language, given }: Walk): Promise<string[]> {
  const asked = await codesOn(page);
  for (const code of asked) {
    const one = given[code];
    if (one !== undefined) await answer(page, code, one, language);
  }
  return asked;
}

/** The codes of the questions on this page, in presented order. */
export const codesOn = (page: Page): Promise<string[]> =>
  page
    .locator("form")
    .first()
    .locator(".q")
    .evaluateAll((found) => found.map((one) => one.id));

export const pageCode = (page: Page) => new URL(page.url()).pathname.split("/")[3] ?? "";

/** Ticks the consent and starts. */
export async function consent(page: Page, slug: string, language: Language, quotes = false) {
  await page.goto(`/s/${slug}?lang=${language}`);
  const [takePart, quote] = instrument.consent.ticks;
  await page.getByRole("checkbox", { name: takePart?.text[language] ?? "" }).check();
  if (quotes) await page.getByRole("checkbox", { name: quote?.text[language] ?? "" }).check();
  await page.getByRole("button", { name: messagesIn(language).survey.start }).click();
  await expect(page).toHaveURL(new RegExp(`/s/${slug}/about$`));
}

/** From the first page to the last one, which is filled in but not sent. @returns all codes in presented order */
export async function walkToLastPage(page: Page, walk: Walk): Promise<string[]> {
  const { survey } = messagesIn(walk.language);
  const presented: string[] = [];
  for (let pages = 0; pages < 20; pages++) {
    const before = page.url();
    await walk.look?.(page, pageCode(page));
    const next = page.getByRole("button", { name: survey.next, exact: true });
    const isLast = (await next.count()) === 0;
    // A page that grows when it is answered is asked again; the last reading of it counts.
    let asked = await fillPage(page, walk);
    if (isLast) return [...presented, ...asked];
    await next.click();
    if (page.url() === before) {
      asked = await fillPage(page, walk);
      await next.click();
    }
    presented.push(...asked);
    await expect(page).not.toHaveURL(before);
  }
  throw new Error("The survey does not end");
}

/** The phone's secret, while it has one: the cookie is out of scripts' reach, not out of the test's. */
export async function draftSecret(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === "draft")?.value ?? "";
}

export const send = (page: Page, language: Language) =>
  page.getByRole("button", { name: messagesIn(language).survey.submit }).click();

/** The withdrawal code on a receipt page. */
export async function receiptCode(page: Page, language: Language): Promise<string> {
  const { receipt } = messagesIn(language).survey;
  await expect(page.getByRole("heading", { level: 1, name: receipt.title })).toBeVisible();
  return ((await page.locator("#code").textContent()) ?? "").trim();
}

const codePattern = /\b(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}\b/;
/** The same in a page that no browser has opened; undefined when it is no receipt. */
export const codeIn = (html: string): string | undefined => codePattern.exec(html)?.[0];

export const shortAnswers = {
  about: { SCR01: "none", BG01: "hvc" },
  reasons: { NP01: ["cost", "know"] },
};

/** The shortest way through, without a browser, up to but not with the last page. */
export async function hurryToLastPage(
  base: string,
  slug: string,
  secret: string,
  client = new Client(base),
): Promise<Client> {
  const steps: [string, Record<string, string | string[]>][] = [
    [`/s/${slug}`, { CON01: "yes", secret, go: "start" }],
    [`/s/${slug}/about`, { ...shortAnswers.about, go: "next" }],
    [`/s/${slug}/reasons`, { ...shortAnswers.reasons, go: "next" }],
  ];
  for (const [path, fields] of steps) {
    const { status, body } = await client.post(path, fields);
    if (status !== 303) throw new Error(`${path} answered ${status}: ${body.slice(0, 300)}`);
  }
  return client;
}
