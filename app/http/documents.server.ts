import { createHash } from "node:crypto";
import { styles } from "#app/ui/student/document.tsx";
import { kindStyles } from "#app/ui/student/extras.ts";
import { contentPolicy } from "./content-policy.server.ts";
import { badRequest } from "./errors.server.ts";
import { hasTooManyFields } from "./limits.server.ts";

// Students' pages carry their stylesheet with them: on a slow network that is a round trip less before anything shows.
const hashOf = (style: string) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
const policy = contentPolicy({ style: `${hashOf(styles)} ${hashOf(styles + kindStyles)}` });

/** Tells our answers from those of a Wi-Fi's sign-in page, which are a 200 as well. */
const ours = { "Cache-Control": "no-store", Tributary: "1" };

/** A finished HTML document for students. Pages that hold answers are never stored by anyone on the way. */
export function page(
  html: string,
  init: { status?: number; cookies?: (string | undefined)[] | undefined } = {},
): Response {
  const headers = new Headers({
    ...ours,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": policy,
  });
  for (const one of init.cookies ?? []) if (one) headers.append("Set-Cookie", one);
  return new Response(html, { status: init.status ?? 200, headers });
}

/** After a change, look at the result: a reload then repeats nothing. */
export function seeOther(location: string, cookies: (string | undefined)[] = []): Response {
  const headers = new Headers({ ...ours, Location: location });
  for (const one of cookies) if (one) headers.append("Set-Cookie", one);
  return new Response(null, { status: 303, headers });
}

/** Saved in passing; there is nothing to show. */
export const saved = (): Response => new Response(null, { status: 204, headers: ours });

/**
 * A posted form. Only what forms send by themselves is read; anything else is an empty form.
 * @throws 400 when it has more fields than any of ours
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("Content-Type") ?? "";
  const body = type.startsWith("application/x-www-form-urlencoded") ? await request.text() : "";
  if (hasTooManyFields(body, type)) throw badRequest();
  return new URLSearchParams(body);
}
