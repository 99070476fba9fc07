import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

const every = 5_000;
const longest = 60_000;

/**
 * Loads the page's numbers anew every few seconds while somebody can see them. A server that does not answer is asked
 * for less and less often, and asked something small first: a failed load would replace the page by an error.
 * @returns whether the last try failed, so that what is shown is old
 */
export function useLive(): { stale: boolean } {
  const { revalidate, state } = useRevalidator();
  const [stale, setStale] = useState(false);
  const busy = useRef(false);
  busy.current = state !== "idle";
  useEffect(() => {
    let timer: number | undefined;
    let wait = every;
    let over = false;
    const plan = () => {
      window.clearTimeout(timer);
      if (!over && document.visibilityState === "visible") timer = window.setTimeout(look, wait);
    };
    const look = async () => {
      const answers = await fetch("/healthz", { cache: "no-store" }).then(
        (response) => response.ok,
        () => false,
      );
      if (over) return;
      setStale(!answers);
      wait = answers ? every : Math.min(wait * 2, longest);
      if (answers && !busy.current) revalidate();
      plan();
    };
    const onVisible = () => {
      wait = every;
      if (document.visibilityState === "visible") void look();
      else window.clearTimeout(timer);
    };
    plan();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      over = true;
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [revalidate]);
  return { stale };
}
