import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

// Every route mounts a frame of its own: one that left tells the next that no new document was loaded.
let leftWithoutReload = false;

/**
 * After a change of page without a new document, focus goes to the new heading, as a new document would have begun
 * there; a filter that only changes the query leaves it where it is.
 */
export function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname && !leftWithoutReload) return;
    shown.current = pathname;
    leftWithoutReload = false;
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  useEffect(
    () => () => {
      leftWithoutReload = true;
    },
    [],
  );
  return heading;
}
