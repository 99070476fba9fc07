import { useSubmit } from "@remix-run/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Returned } from "./editor-data.ts";
import type { Saver } from "./use-saver.ts";

export type SaveState = "auto" | "unsaved" | "saving" | "saved" | "failed" | "wrong" | "conflict";

/** So long after the last key a text saves itself even where its field is not left. */
const pause = 2500;
/** So long after a failure it is tried again. */
const retry = 15_000;

/**
 * A form that saves itself: what is chosen at once, what is typed when its field is left or after a pause. One request at a
 * time, each made from the state that the last one made; nothing is sent again while somebody else's change stands in the way.
 *
 * @param made the number of the state that the form's values are from
 * @param before what came back of the form when it was sent as a whole
 */
export function useAutosave(
  ref: RefObject<HTMLFormElement>,
  saver: Saver,
  made: number,
  before: Returned | undefined,
) {
  const submit = useSubmit();
  const [answer, setAnswer] = useState(before);
  const [state, setState] = useState<SaveState>(stateOf(before));
  const [base, setBase] = useState(made);
  const live = useRef({
    base: made,
    ...{ busy: false, again: false, stopped: !!before?.conflict },
    // A line added or moved by a button of the fields is in the form and nowhere else yet.
    dirty: stateOf(before) === "unsaved",
  });
  const { save, settle } = saver;

  useEffect(() => {
    const form = ref.current;
    if (!form) return;
    const now = live.current;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const collected = () => {
      const data = new FormData(form);
      // A chosen picture is sent with the whole form: the page must show what became of it.
      for (const [name, value] of [...data]) if (typeof value !== "string") data.delete(name);
      data.set("base", String(now.base));
      return data;
    };
    const send = async () => {
      clearTimeout(timer);
      if (!now.dirty || now.stopped) return;
      if (now.busy) {
        now.again = true;
        return;
      }
      Object.assign(now, { busy: true, again: false, dirty: false });
      setState("saving");
      const returned = await save(collected());
      now.busy = false;
      if (!returned) now.dirty = true;
      if (returned?.saved !== undefined) {
        now.base = returned.saved;
        setBase(returned.saved);
      }
      now.stopped = !!returned?.conflict;
      setAnswer(returned);
      setState(returned ? (now.dirty ? "unsaved" : stateOf(returned)) : "failed");
      if (!returned) timer = setTimeout(send, retry);
      if (now.again) void send();
    };
    const touch = (wait: number) => {
      now.dirty = true;
      if (!now.stopped) setState("unsaved");
      clearTimeout(timer);
      timer = setTimeout(send, wait);
    };
    /** Sent as a whole: whatever comes of it comes back with the page. */
    const wholly = () => {
      clearTimeout(timer);
      now.dirty = false;
      settle();
    };
    const input = () => touch(pause);
    const change = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement && target.type === "file")) return touch(0);
      // Nothing is left to send after it: that would be a second change, made from the state before the picture.
      wholly();
      submit(form);
    };
    const press = (event: SubmitEvent) => {
      if (event.submitter?.dataset.save !== undefined && !now.stopped) {
        event.preventDefault();
        now.dirty = true;
        void send();
        return;
      }
      wholly();
    };
    const leave = () => {
      if (now.dirty && !now.stopped) void save(collected(), "last");
    };
    form.addEventListener("input", input);
    form.addEventListener("change", change);
    form.addEventListener("submit", press, true);
    window.addEventListener("pagehide", leave);
    return () => {
      // What was typed and not yet sent goes now: the form is being left.
      if (now.busy) now.again = now.dirty;
      else if (now.dirty && !now.stopped) void save(collected());
      clearTimeout(timer);
      form.removeEventListener("input", input);
      form.removeEventListener("change", change);
      form.removeEventListener("submit", press, true);
      window.removeEventListener("pagehide", leave);
    };
  }, [ref, submit, save, settle]);

  return { state, base, answer };
}

function stateOf(returned: Returned | undefined): SaveState {
  if (!returned) return "auto";
  if (returned.conflict) return "conflict";
  if (returned.saved !== undefined) return "saved";
  return returned.cannot || Object.keys(returned.refused?.errors ?? {}).length > 0 ? "wrong" : "unsaved";
}
