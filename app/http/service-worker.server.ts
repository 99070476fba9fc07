import { readFile } from "node:fs/promises";
import address from "#app/ui/student/sw.ts?worker&url";

let script: Promise<string> | undefined;

/**
 * Browsers look for a newer service worker at the address of the old one: unlike every other script it cannot carry a
 * hash in its name, and is never answered from a cache.
 */
export async function serviceWorker(): Promise<Response> {
  // Vite's development server compiles as it serves: there, pages do without.
  if (import.meta.env.DEV) return new Response(null, { status: 404 });
  script ??= readFile(`build/server${address}`, "utf8");
  return new Response(await script, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "no-cache",
      "Service-Worker-Allowed": "/s/",
    },
  });
}
