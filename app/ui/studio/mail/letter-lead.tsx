import { Link } from "@remix-run/react";
import type { reminderRefusal } from "#app/fieldwork/mail-rules.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../amount.ts";
import { moment } from "./moment.ts";

/** A letter about to be written, as its page needs to know it. */
export interface LetterInHand {
  slug: string;
  name: Text;
  kind: "invitation" | "reminder";
  letter: { subject: Text; body: Text };
  columns: string[];
  uninvited?: number | undefined;
  reminders: number;
  rules: { reminders: number; restHours: number };
  refusal?: ReturnType<typeof reminderRefusal>;
  closed: boolean;
  early: boolean;
  timeZone: string;
}

/** Whether the letter could be sent at all as things stand. */
export const maySend = (letter: LetterInHand) =>
  !letter.closed && !letter.refusal && (letter.kind === "reminder" || (letter.uninvited ?? 0) > 0);

/** To whom the letter goes, and what keeps it from going. */
export function LetterLead({ letter }: { letter: LetterInHand }) {
  const language = useLanguage();
  const { letter: words, people } = useMessages().mail;
  const name = letter.name[language];
  const { refusal, rules, uninvited = 0 } = letter;
  return (
    <>
      {letter.kind === "reminder" ? (
        <>
          <p>{words.lead.reminder}</p>
          <p className="studio-hint">
            {fill(words.rules, { most: rules.reminders, hours: rules.restHours, done: letter.reminders })}
          </p>
        </>
      ) : (
        <p>
          {uninvited > 0
            ? amount(language, words.lead.invitation, uninvited, { name })
            : fill(words.lead.invitationNobody, { name })}{" "}
          {uninvited > 0 ? null : (
            <Link to="../import" relative="path">
              {people.ways.import}
            </Link>
          )}
        </p>
      )}
      {refusal ? (
        <p role="status" className="mail-said">
          {fill(words.refusals[refusal.is], {
            most: rules.reminders,
            hours: rules.restHours,
            from: refusal.is === "too-soon" ? moment(language, letter.timeZone, refusal.from) : "",
          })}
        </p>
      ) : null}
      {letter.closed ? <p className="mail-said">{words.closed}</p> : null}
      {letter.early ? <p className="mail-said">{words.early}</p> : null}
    </>
  );
}
