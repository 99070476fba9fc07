// The service worker of students' pages. Network first, always; without one, the document kept for this survey.
interface WorkerEvent extends Event {
  request: Request;
  data: { home: string; mark: string; renew: boolean };
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}
const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
};

/** Longer than this, and whoever has the survey on the phone goes on without the network. */
const patience = 6000;

/** Our own documents say so; a Wi-Fi login page or a proxy’s error does not. */
const isOurs = (answer: Response) => answer.headers.get("Tributary") === "1";

const kept = (home: string) =>
  caches.match(`${home}/offline`, { cacheName: home, ignoreSearch: true, ignoreVary: true });

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("message", (event) => event.waitUntil(keep(event.data).catch(() => undefined)));
worker.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== location.origin) return;
  const home = /^\/s\/[\w-]+/.exec(pathname)?.[0];
  if (event.request.mode === "navigate" && home) event.respondWith(open(event.request, home, pathname));
  // Named after what they hold: what is kept is never out of date.
  else if (/^\/(assets|media)\//.test(pathname))
    event.respondWith(
      caches.match(event.request, { ignoreVary: true }).then((own) => own ?? fetch(event.request)),
    );
});

async function open(request: Request, home: string, pathname: string): Promise<Response> {
  const own = await kept(home);
  if (!own) return fetch(request);
  // Only a phone with answers of that version in hand goes there; from anywhere else it leads back to the server.
  if (pathname === `${home}/offline`) return own;
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([fetch(request), tooLong]).catch(() => undefined);
  return answer && (answer.type === "opaqueredirect" || isOurs(answer)) ? answer : own;
}

/**
 * Keeps the newest offline document of a survey with its scripts, complete or not at all; older ones go. Pictures come along
 * where they can be had: without them their descriptions stand in their places.
 */
async function keep({ home, mark, renew }: WorkerEvent["data"]): Promise<void> {
  const address = `${home}/offline`;
  const wanted = new URL(`${address}?${encodeURIComponent(mark)}`, location.origin).href;
  const cache = await caches.open(home);
  if (!renew && (await cache.match(wanted))) return;
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok || !isOurs(answer)) return;
  const html = await answer.clone().text();
  const files = [...html.matchAll(/ src="([^"]+)"/g)].map(
    ([, src]) => new URL(src ?? "", location.origin).href,
  );
  for (const file of files)
    if (!(await cache.match(file)))
      await cache.add(file).catch((error) => {
        if (!file.includes("/media/")) throw error;
      });
  await cache.put(wanted, answer);
  for (const { url } of await cache.keys()) if (![wanted, ...files].includes(url)) await cache.delete(url);
}
