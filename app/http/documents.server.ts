/** A finished HTML document. Pages that hold answers are never stored by anyone on the way. */
export function page(
  html: string,
  init: { status?: number; cookies?: (string | undefined)[] } = {},
): Response {
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
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
