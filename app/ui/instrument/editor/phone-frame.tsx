import { useCallback, useEffect, useRef, useState } from "react";

interface PhoneFrameProps {
  title: string;
  src: string;
  /** The code of the question that is meant. */
  at?: string;
  /** Without scripts: the question is not gone to, for that would take the page around along with it. */
  quiet?: boolean;
  /** Which column is shown: a frame that was not had nowhere to scroll. */
  column?: string;
}

/**
 * A document of its own in a frame as wide as a phone. No script runs in it and no form is sent; it may be looked into from
 * here, so that it changes without a new entry in the browser's history, and shows the question that is meant without moving
 * the page around it, as an address with a fragment would.
 */
export function PhoneFrame({ title, src, at = "", quiet, column }: PhoneFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(src);
  const shown = useRef(src);
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const point = useCallback(() => pointAt(frame.current, at), [at]);
  useEffect(() => {
    if (column) point();
  }, [column, point]);
  useEffect(() => {
    if (shown.current !== src) frame.current?.contentWindow?.location.replace(src);
    shown.current = src;
  }, [src]);
  if (!isLive)
    return (
      <noscript>
        <iframe
          className="editor-phone"
          title={title}
          src={at && !quiet ? `${src}#${at}` : src}
          sandbox="allow-same-origin"
        />
      </noscript>
    );
  return (
    <iframe
      ref={frame}
      className="editor-phone"
      title={title}
      src={first}
      onLoad={point}
      sandbox="allow-same-origin"
    />
  );
}

function pointAt(frame: HTMLIFrameElement | null, code: string): void {
  const { contentDocument: inside, contentWindow: view } = frame ?? {};
  if (!inside || !view) return;
  for (const one of inside.querySelectorAll(".chosen")) one.classList.remove("chosen");
  const meant = code ? inside.getElementById(code)?.closest(".preview-item") : undefined;
  meant?.classList.add("chosen");
  if (meant) view.scrollTo({ top: meant.getBoundingClientRect().top + view.scrollY - 60 });
}
