import { Form } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../language.tsx";

interface NextReleaseProps {
  room: {
    missing: number;
    next?: { number: number; n: number; hidden: number; heldBack: string[]; answer: string };
  };
  researcher: boolean;
  /** The form came without its tick. */
  unconfirmed: boolean;
}

/** The fewest people behind anything public: said in words, decided in briefs/release.ts. */
const publicK = 10;

/** What the next release would say and hide, and the one confirmation that makes it. */
export function NextRelease({ room, researcher, unconfirmed }: NextReleaseProps) {
  const { releasesRoom: words } = useMessages();
  const { missing, next } = room;
  const soon = missing > 0 || !next;
  return (
    <section className="studio-section" aria-labelledby="next-release">
      <h2 id="next-release">{words.next}</h2>
      {soon ? (
        <p>{fill(words.tooFew, { missing: Math.max(1, missing), k: publicK })}</p>
      ) : (
        <>
          <p>
            {fill(words.preview, { n: next.n.toLocaleString("en-US") })}{" "}
            {next.hidden > 0 ? fill(words.hidden, { hidden: next.hidden, k: publicK }) : words.nothingHidden}
          </p>
          {next.heldBack.length > 0 ? (
            <p>{fill(words.heldBack, { list: next.heldBack.join(words.heldBackJoin) })}</p>
          ) : null}
          <h3>{words.findings}</h3>
          <blockquote className="studio-words">{next.answer}</blockquote>
          {researcher ? (
            <Form method="post" className="studio-form">
              <p className="studio-field">
                <label>
                  <input type="checkbox" name="byCollege" value="yes" aria-describedby="by-college" />{" "}
                  {words.byCollege}
                </label>
                <br />
                <span id="by-college" className="quiet-text">
                  {words.byCollegeNote}
                </span>
              </p>
              <p className="studio-field">
                <label>
                  <input
                    type="checkbox"
                    name="confirm"
                    value="yes"
                    required
                    aria-invalid={unconfirmed || undefined}
                    aria-describedby={unconfirmed ? "unconfirmed" : undefined}
                  />{" "}
                  {words.confirm}
                </label>
              </p>
              {unconfirmed ? (
                <p id="unconfirmed" className="studio-error" role="alert">
                  {words.confirmMissing}
                </p>
              ) : null}
              <button type="submit">{fill(words.make, { number: next.number })}</button>
            </Form>
          ) : (
            <p className="quiet-text">{words.readerOnly}</p>
          )}
        </>
      )}
    </section>
  );
}
