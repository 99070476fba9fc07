/**
 * A watch that runs only while the page can be seen, by the phone's monotonic clock: setting the time of day changes
 * nothing, nor does a call answered in mid-page. @returns seconds since it was made, to one decimal
 */
export function visibleSeconds(): () => number {
  let seen = 0;
  let since = document.hidden ? undefined : performance.now();
  document.addEventListener("visibilitychange", () => {
    if (since !== undefined) seen += performance.now() - since;
    since = document.hidden ? undefined : performance.now();
  });
  return () => {
    const now = since === undefined ? 0 : performance.now() - since;
    return Math.round((seen + now) / 100) / 10;
  };
}
