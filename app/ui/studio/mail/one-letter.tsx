import { Form, Link } from "@remix-run/react";
import { useMessages } from "../../language.tsx";
import { LetterText } from "./letter-previews.tsx";
import type { MailState } from "./mailings.tsx";

interface OneLetterProps {
  study: { slug: string; synthetic: boolean };
  letter: {
    id: string;
    mailingId: string;
    email: string | null;
    name: string | null;
    state: MailState;
    problem: string | null;
    subject: string;
    text: string;
  };
  /** A working link, just made: shown this once. */
  link: string | undefined;
}

/** One letter in full, what became of it, and for invented people a link to try. */
export function OneLetter({ study, letter, link }: OneLetterProps) {
  const { outbox: words, letter: says } = useMessages().mail;
  const outbox = `/studio/${study.slug}/fieldwork/outbox`;
  const retry =
    letter.state === "failed" || letter.state === "unsure" ? (`retry-${letter.state}` as const) : undefined;
  return (
    <>
      <p className="studio-ways">
        <Link className="studio-back" to={outbox}>
          {words.back}
        </Link>
      </p>
      {letter.problem ? (
        <p>
          {words.problem}: {letter.problem}
        </p>
      ) : null}
      {letter.state === "unsure" ? <p className="mail-text">{words.unsureNote}</p> : null}
      {retry ? (
        <Form method="post" action={`${outbox}?index`}>
          <input type="hidden" name="mailing" value={letter.mailingId} />
          <input type="hidden" name="message" value={letter.id} />
          <button className="quiet" type="submit" name="intent" value={retry}>
            {words[retry]}
          </button>
        </Form>
      ) : null}
      <section aria-labelledby="plain-title">
        <h2 id="plain-title">{words.plain}</h2>
        <p>
          <span className="studio-hint">{says.to}</span> {letter.name} {letter.email ?? words.erased}
        </p>
        <LetterText subject={letter.subject} text={letter.text} />
      </section>
      {study.synthetic ? (
        <section className="studio-section" aria-labelledby="test-title">
          <h2 id="test-title">{words.testTitle}</h2>
          <p className="mail-text">{words.testLead}</p>
          {link ? (
            <p role="status" className="mail-said">
              {words.testMade}{" "}
              <a className="mail-link" href={link}>
                {link}
              </a>
            </p>
          ) : null}
          <Form method="post">
            <button className="quiet" type="submit">
              {words.testMake}
            </button>
          </Form>
        </section>
      ) : null}
    </>
  );
}
