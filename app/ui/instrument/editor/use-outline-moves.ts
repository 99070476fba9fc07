import { useNavigation, useSubmit } from "@remix-run/react";
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import { placeParts } from "#app/instrument/standing.ts";
import type { EditorPageData } from "./editor-data.ts";

/** Where what is dragged would go. */
interface Drop {
  to: DraftPlace;
  next: "before" | "after" | "into";
}

/** Moving by key and by dragging, over the outline's plain buttons, which do the same without any of this. */
export function useOutlineMoves(page: EditorPageData) {
  const submit = useSubmit();
  const dragged = useRef<DraftPlace>();
  const [drop, setDrop] = useState<Drop>();
  const [isLive, setLive] = useState(false);
  const follow = useRef<DraftPlace>();
  useEffect(() => setLive(true), []);
  const navigation = useNavigation();
  useEffect(() => {
    const line = lineOf(page.place);
    const area = line?.closest<HTMLElement>("nav");
    // Only the outline moves, where it has its own scrolling: not the page around it.
    if (!line || !area || area.scrollHeight <= area.clientHeight) return;
    const [inner, outer] = [line.getBoundingClientRect(), area.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > Math.min(outer.bottom, window.innerHeight))
      area.scrollTop += inner.top - outer.top - outer.height / 3;
  }, [page.place]);
  // A line that was moved by key keeps the focus where it went.
  useEffect(() => {
    if (navigation.state !== "idle" || !follow.current) return;
    lineOf(follow.current)?.focus();
    follow.current = undefined;
  }, [navigation.state]);

  const send = (fields: Record<string, string>) =>
    submit({ ...fields, base: String(page.head.draft) }, { method: "post", preventScrollReset: true });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-place]");
    if (!way || !row) return;
    event.preventDefault();
    const place = row.dataset.place ?? "";
    if (event.altKey) {
      const isFixed = place === "instrument" || place === "consent" || place.startsWith("scale:");
      if (isFixed) return;
      follow.current = place;
      send({ [way]: place });
      return;
    }
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-place] > a")];
    const at = rows.findIndex((one) => one.parentElement === row);
    rows[at + (way === "up" ? -1 : 1)]?.focus();
  };

  const over = (event: DragEvent<HTMLElement>, to: DraftPlace): Drop | undefined => {
    const moving = dragged.current;
    if (!moving || moving === to) return undefined;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return dropOn(moving, to, event.clientY < top + height / 2);
  };
  const row = (place: DraftPlace) => ({
    draggable: isLive && !["instrument", "consent"].includes(place) && !place.startsWith("scale:"),
    "data-drop": drop?.to === place ? drop.next : undefined,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      dragged.current = place;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", place);
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      const next = over(event, place);
      if (next) event.preventDefault();
      setDrop((so) => (so?.to === next?.to && so?.next === next?.next ? so : next));
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      const next = over(event, place);
      if (!next || !dragged.current) return;
      event.preventDefault();
      send({ intent: "place", place: dragged.current, target: `${next.next} ${next.to}` });
    },
    onDragEnd: () => {
      dragged.current = undefined;
      setDrop(undefined);
    },
  });
  // Alt and arrow do the same without so many stops on the way through the page.
  return { row, area: { onKeyDown }, tabIndex: isLive ? -1 : undefined };
}
export type OutlineMoves = ReturnType<typeof useOutlineMoves>;

const lineOf = (place: DraftPlace) =>
  document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"] > a`);

/** Beside its like; a question on a page or in a block goes to its end. Anything else goes nowhere. */
function dropOn(moving: DraftPlace, to: DraftPlace, isUpper: boolean): Drop | undefined {
  const [what, where] = [placeParts(moving).kind, placeParts(to).kind];
  const beside: Drop = { to, next: isUpper ? "before" : "after" };
  if (what === "item" || what === "block") {
    if (where === "page") return { to, next: "into" };
    if (where === "block" && what === "item" && !isUpper) return { to, next: "into" };
    return where === "item" || where === "block" ? beside : undefined;
  }
  return what === where ? beside : undefined;
}
