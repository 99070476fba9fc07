import { chromium, type Page } from "playwright-core";
import { templates } from "#app/instrument/templates/index.ts";
import { findBrowser } from "../scripts/lib/browser.mjs";
import { type Answer, Connection, textOf } from "./connection.ts";
import { against, kilobytes, type Section } from "./report.ts";
import { startServer } from "./server-process.ts";
import { stores } from "./stores.ts";
import { journeyOf } from "./student.ts";

/** For a phone on a slow network, compressed. */
const goals = { firstBytes: 14 * 1024, firstRequests: 4, laterBytes: 8 * 1024 };

interface Sizes {
  page: string;
  html: number;
  css: number;
  js: number;
}

/** What a phone downloads: bodies as they come over the wire, compressed. */
export async function pages(): Promise<Section> {
  const store = await (stores.sqlite as NonNullable<typeof stores.sqlite>)();
  const server = await startServer(store.url);
  try {
    const sizes = await walk(server.port);
    const requests = await countRequests(server.port);
    return report(sizes, requests);
  } finally {
    await server.stop();
    await store.remove();
  }
}

/** One student's way through, measured page by page. */
async function walk(port: number): Promise<Sizes[]> {
  const connection = new Connection(port);
  const instrument = templates["oneplusx-student"]();
  const journey = journeyOf(instrument, 2);
  const home = "/s/demo";
  const sizes: Sizes[] = [];
  const landing = await connection.get(home, "");
  const files = { css: 0, js: 0 };
  for (const [, path = "", kind = ""] of textOf(landing).matchAll(
    /(?:href|src)="(\/assets\/[^"]+\.(css|js))"/g,
  )) {
    files[kind as "css" | "js"] += (await connection.get(path, "")).body.length;
  }
  sizes.push({ page: "letter and consent", html: landing.body.length, ...files });
  let cookie = "";
  const tap = async (path: string, body: string): Promise<Answer> => {
    const posted = await connection.post(path, cookie, body);
    cookie = posted.cookie || cookie;
    return posted.status === 303 ? connection.get(posted.location, cookie) : posted;
  };
  let shown = await tap(home, `${journey.consent}&go=start`);
  for (const step of journey.steps) {
    if (shown.status !== 200) throw new Error(`${step.page} answered ${shown.status}`);
    sizes.push({ page: step.page, html: shown.body.length, css: 0, js: 0 });
    shown = await tap(`${home}/${step.page}`, step.body);
  }
  if (!/class="code"/.test(textOf(shown))) throw new Error("The walk did not end with a receipt.");
  sizes.push({ page: "receipt", html: shown.body.length, css: 0, js: 0 });
  connection.close();
  return sizes;
}

interface Requests {
  /** From the first byte to the first page with a question on it, redirects counted. */
  first: string[];
  /** From one tap on Next to the next page. */
  later: string[];
  browser: string;
}

/** What a real browser asks for, without anything in its cache. */
async function countRequests(port: number): Promise<Requests> {
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    env: { ...process.env, ...found.environment } as Record<string, string>,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: "zh-CN" });
    const asked = await watchWire(page);
    await page.goto(`http://127.0.0.1:${port}/s/demo`, { waitUntil: "networkidle" });
    for (const tick of await page.locator("#start input[type=checkbox]").all()) {
      await tick.evaluate((box) => (box as HTMLInputElement).click());
    }
    await page.locator("#start button.next").click();
    await page.waitForURL(/\/s\/demo\/./);
    await page.waitForLoadState("networkidle");
    const first = asked.splice(0);
    await page
      .locator("#page input[type=radio]")
      .first()
      .evaluate((radio) => (radio as HTMLInputElement).click());
    await page.locator("#page button.next").click();
    await page.waitForURL((url) => !url.pathname.endsWith("/about"));
    await page.waitForLoadState("networkidle");
    return { first, later: asked, browser: `Chromium ${browser.version()}` };
  } finally {
    await browser.close();
  }
}

/** Requests as they leave the browser, redirects one by one; what its cache answers is no request. */
async function watchWire(page: Page): Promise<string[]> {
  const asked: string[] = [];
  const network = await page.context().newCDPSession(page);
  const started = new Map<string, string>();
  network.on("Network.requestWillBeSent", ({ requestId, request, redirectResponse }) => {
    const before = started.get(requestId);
    if (redirectResponse && before) asked.push(before);
    started.set(requestId, `${request.method} ${new URL(request.url).pathname}`);
  });
  network.on("Network.requestServedFromCache", ({ requestId }) => started.delete(requestId));
  network.on("Network.responseReceived", ({ requestId, response }) => {
    const before = started.get(requestId);
    if (before && !response.fromDiskCache && !response.url.startsWith("data:")) asked.push(before);
  });
  await network.send("Network.enable");
  return asked;
}

function report(sizes: Sizes[], requests: Requests): Section {
  const [letter, firstPage, ...later] = sizes as [Sizes, Sizes, ...Sizes[]];
  const total = ({ html, css, js }: Sizes) => html + css + js;
  const first = total(letter) + total(firstPage);
  const largest = Math.max(...later.map(total));
  const row = (one: Sizes) => [
    one.page,
    kilobytes(one.html),
    one.css ? kilobytes(one.css) : "kept",
    one.js ? kilobytes(one.js) : "kept",
    kilobytes(total(one)),
  ];
  return {
    title: "A student's pages, gzip as over the wire",
    head: ["", "HTML", "CSS", "JS", "together"],
    rows: sizes.map(row),
    notes: [
      `First visit up to the first questions: ${kilobytes(first)} in ${requests.first.length} requests. ` +
        `Budget 14 KB: ${against(first, goals.firstBytes, "less")}; 4 requests: ${against(requests.first.length, goals.firstRequests, "less")}.`,
      `Asked for by ${requests.browser}: ${requests.first.join(", ")}.`,
      `Largest later page: ${kilobytes(largest)}. Budget 8 KB: ${against(largest, goals.laterBytes, "less")}. Requests from page to page: ${requests.later.join(", ")}.`,
    ],
    figures: { sizes, requests, first, largest, goals },
  };
}
