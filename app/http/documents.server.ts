import { createHash } from "node:crypto";
import { styles } from "#app/ui/student/document.tsx";
import { contentPolicy } from "./content-policy.server.ts";

// Students' pages carry their stylesheet with them: on a slow network that is a round trip less before anything shows.
const policy = contentPolicy({
  style: `'sha256-${createHash("sha256").update(styles).digest("base64")}'`,
});

/** A finished HTML document for students. Pages that hold answers are never stored by anyone on the way. */
export function page(
  html: string,
  init: { status?: number; cookies?: (string | undefined)[] } = {},
): Response {
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": policy,
  });
  for (const one of init.cookies ?? []) if (one) headers.append("Set-Cookie", one);
  return new Response(html, { status: init.status ?? 200, headers });
}

/** After a change, look at the result: a reload then repeats nothing. */
export function seeOther(location: string, cookies: (string | undefined)[] = []): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const one of cookies) if (one) headers.append("Set-Cookie", one);
  return new Response(null, { status: 303, headers });
}

/** A posted form. Only what forms send by themselves is read; anything else is an empty form. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("Content-Type") ?? "";
  return new URLSearchParams(
    type.startsWith("application/x-www-form-urlencoded") ? await request.text() : "",
  );
}
