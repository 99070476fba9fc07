import { useNavigate, useRevalidator, useSearchParams } from "@remix-run/react";
import { useCallback, useRef, useState } from "react";
import type { InstrumentHead } from "../instrument-head.ts";
import { instrumentPath } from "./editor-address.ts";
import type { Returned } from "./editor-data.ts";

export interface Saver {
  /** What came back of the last form that could not be saved, until it is. */
  unsaved: Returned | undefined;
  /** Sends a form that saves itself. @returns what came of it; undefined where the server was not to be reached */
  save(form: FormData, last?: "last"): Promise<Returned | undefined>;
  /** What was not saved is settled: dropped, or sent with its page. */
  settle(): void;
}

/**
 * Saves forms while their page stays as it is. By a request of its own: a network that fails must not take the page, and
 * what was typed, with it.
 */
export function useSaver(head: InstrumentHead): Saver {
  const address = `${instrumentPath(head)}/save`;
  const [unsaved, setUnsaved] = useState<Returned>();
  const { revalidate } = useRevalidator();
  const follow = useFollow();
  const save = useCallback(
    async (form: FormData, last?: "last") => {
      const returned = await send(address, form, last);
      setUnsaved(returned?.saved === undefined ? (returned ?? unsent(form)) : undefined);
      // Mine or somebody else's: the draft is another now.
      const isAnother = returned?.saved !== undefined || returned?.conflict !== undefined;
      if (!last && isAnother && !follow(String(form.get("place")), returned.place)) revalidate();
      return returned;
    },
    [address, revalidate, follow],
  );
  const settle = useCallback(() => setUnsaved(undefined), []);
  return { unsaved, save, settle };
}

/** Goes along with a place that goes by another code now, if it is the one that is shown. @returns whether it did */
function useFollow(): (was: string, now: string | undefined) => boolean {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  // Read when a form is answered, which may be after the next step.
  const latest = useRef({ navigate, search });
  latest.current = { navigate, search };
  return useCallback((was, now) => {
    const { navigate, search } = latest.current;
    if (now === undefined || now === was || search.get("at") !== was) return false;
    const query = new URLSearchParams(search);
    query.set("at", now);
    query.delete("done");
    navigate(`?${query}`, { replace: true, preventScrollReset: true });
    return true;
  }, []);
}

/** A form that never arrived, as one that came back. */
function unsent(form: FormData): Returned {
  const values: Record<string, string> = {};
  for (const [name, value] of form) values[name] ??= String(value);
  return {
    base: Number(form.get("base")),
    place: String(form.get("place")),
    refused: { values, errors: {} },
  };
}

async function send(address: string, form: FormData, last?: "last"): Promise<Returned | undefined> {
  try {
    const response = await fetch(address, { method: "POST", body: form, keepalive: last !== undefined });
    const isOurs = response.headers.get("Content-Type")?.startsWith("application/json");
    return isOurs ? ((await response.json()) as Returned) : undefined;
  } catch {
    return undefined;
  }
}
