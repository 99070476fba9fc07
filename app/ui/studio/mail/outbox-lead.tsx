import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { usedStep } from "#app/fieldwork/mail-rules.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../amount.ts";

interface OutboxLeadProps {
  outbox: {
    server?: { from: string; perMinute: number } | undefined;
    waiting: number | null;
    /** It moves in whole steps, because reminders are among them. */
    inSteps: boolean;
    mailings: { moving: boolean }[];
  };
  said: "queued" | "changed" | undefined;
  n: number | undefined;
}

/** Whether mail leaves the machine, and how much is waiting; kept up to date while something is. */
export function OutboxLead({ outbox, said, n }: OutboxLeadProps) {
  const language = useLanguage();
  const { outbox: words } = useMessages().mail;
  useProgress(outbox.server !== undefined && outbox.mailings.some((one) => one.moving));
  return (
    <>
      {said ? (
        <p role="status" className="mail-said">
          {said === "queued"
            ? words.queuedNow
            : n === undefined
              ? words.changedReminder
              : amount(language, words.changed, n)}
        </p>
      ) : null}
      <p>
        {outbox.waiting === 0
          ? words.idle
          : outbox.waiting === null
            ? fill(words.waitingStep, { step: usedStep })
            : outbox.inSteps
              ? fill(words.waitingAtLeast, { n: grouped(language, outbox.waiting) })
              : amount(language, words.waiting, outbox.waiting)}{" "}
        {outbox.server ? fill(words.server, outbox.server) : null}
      </p>
      {outbox.server ? null : <p className="mail-said">{words.noServer}</p>}
    </>
  );
}

const everyMs = 4_000;

/** Looks again every few seconds while letters are going out and somebody is looking. */
function useProgress(moving: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [moving, revalidate]);
}
