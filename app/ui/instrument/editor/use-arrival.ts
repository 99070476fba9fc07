import { useEffect, useRef } from "react";
import type { EditorPageData } from "./editor-data.ts";

/**
 * Where the hands are after a step: in the first words of what has just been made, which is to be written next. The
 * properties of any place are read from their top, however far down the former ones were.
 */
export function useArrival({ place, isDone, last }: EditorPageData) {
  const properties = useRef<HTMLElement>(null);
  const did = last?.change.did;
  const made = isDone && last && (did === "add" || did === "duplicate") ? last.number : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is the occasion
  useEffect(() => {
    properties.current?.scrollTo({ top: 0 });
  }, [place]);
  useEffect(() => {
    if (made === undefined) return;
    properties.current?.querySelector<HTMLElement>(".properties :is(input, textarea)[lang]")?.focus();
  }, [made]);
  return properties;
}
