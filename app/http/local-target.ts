/** Letters, digits, `.`, `-` and `_`, never starting with a dot: no `..`, no second slash, nothing to decode. */
const known = /^\/studio(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}){0,5}(?:\?[A-Za-z0-9._~=&%+:,-]{0,1000})?$/;

/**
 * Where to go after signing in: a page of the studio, never another site. Whatever is not plainly one is the start.
 * Only spelled-out characters pass, because browsers read `/\evil`, `//evil` and `/%09/evil` in their own ways.
 */
export function localTarget(wanted: unknown): string {
  if (typeof wanted !== "string" || !known.test(wanted)) return "/studio";
  return /^\/studio\/sign-(?:in|out)(?:$|[/?])/.test(wanted) ? "/studio" : wanted;
}

/** The sign-in page that leads back to this address. */
export function signInPath(url: string): string {
  const { pathname, searchParams } = new URL(url);
  // The language chosen now must not return with the address.
  searchParams.delete("lang");
  const query = searchParams.toString();
  const target = localTarget(query ? `${pathname}?${query}` : pathname);
  return target === "/studio" ? "/studio/sign-in" : `/studio/sign-in?to=${encodeURIComponent(target)}`;
}
