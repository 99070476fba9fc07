/**
 * The content security policy: everything from this origin, nothing inline but what is named here by nonce or hash.
 * @param inline sources beside our own files, such as `'nonce-…'` or `'sha256-…'`
 * @param frame the studio's pages may `show` a preview of ours; a preview may `be` shown by them, and runs and sends nothing
 */
export function contentPolicy(
  inline: { script?: string; style?: string },
  development = false,
  frame?: "show" | "be",
): string {
  const own = "'self'";
  const directives = {
    "default-src": ["'none'"],
    "script-src": frame === "be" ? ["'none'"] : [own, inline.script],
    // Vite's development server injects styles as it compiles them.
    "style-src": development ? [own, "'unsafe-inline'"] : [own, inline.style],
    "img-src": [own, "data:"],
    "connect-src": [own, development ? "ws:" : undefined],
    "manifest-src": [own],
    "worker-src": [own],
    "form-action": frame === "be" ? ["'none'"] : [own],
    ...(frame === "show" ? { "frame-src": [own] } : {}),
    "base-uri": ["'none'"],
    "frame-ancestors": frame === "be" ? [own] : ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources.filter(Boolean)].join(" "))
    .join(";");
}
