import type { ReactNode } from "react";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { documentOf } from "./document.tsx";

interface Common {
  language: Language;
  synthetic: boolean;
}

/** A friendly page for a door one cannot go through, saying what to do. */
export function doorNotice(
  props: Common & {
    why: keyof ReturnType<typeof messagesIn>["survey"]["doors"] & string;
    date?: string;
    home?: string | undefined;
  },
): string {
  const { survey } = messagesIn(props.language);
  const words = survey.doors[props.why as Exclude<typeof props.why, "toSurvey">] as {
    title: string;
    body: string;
  };
  return notice({
    ...props,
    title: words.title,
    children: (
      <>
        <p>{fill(words.body, { date: props.date ?? "" })}</p>
        {props.home ? (
          <p>
            <a className="next" href={props.home}>
              {survey.doors.toSurvey}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}

/** The acknowledgement: whoever sees this page knows the answers are on disk. */
export function receiptPage(
  props: Common & {
    code: string;
    until: string;
    withdrawUrl: string;
    /** Where volunteers leave a contact: outside the survey's own address, so that none of its cookies goes along. */
    followUp: string;
  },
): string {
  const { receipt } = messagesIn(props.language).survey;
  return notice({
    ...props,
    title: receipt.title,
    children: (
      <>
        <p>{receipt.body}</p>
        <section className="receipt" aria-labelledby="code-title">
          <h2 id="code-title">{receipt.codeTitle}</h2>
          <p className="code" id="code">
            {props.code}
          </p>
          <button type="button" className="quiet" data-copy="code" data-copied={receipt.copied} hidden>
            {receipt.copy}
          </button>
          <p>{fill(receipt.codeBody, { date: props.until })}</p>
          <p className="hint">
            {receipt.how}
            <br />
            <a href={props.withdrawUrl}>{props.withdrawUrl}</a>
          </p>
        </section>
        <p className="hint">{receipt.shared}</p>
        <p>
          <a className="quiet" href={props.followUp} rel="noreferrer">
            {receipt.followUp}
          </a>
        </p>
      </>
    ),
  });
}

/** What a phone kept has been received, but whoever looks now may be somebody else: the code waits for its owner. */
export function earlierPage(props: Common & { home: string }): string {
  const { earlier } = messagesIn(props.language).survey;
  return notice({ ...props, title: earlier.title, children: <Earlier {...props} /> });
}

export function Earlier({ language, home }: { language: Language; home: string }) {
  const { earlier } = messagesIn(language).survey;
  return (
    <form className="earlier" method="post" action={home}>
      <p>{earlier.body}</p>
      <div className="actions">
        <button className="next" name="go" value="mine">
          {earlier.mine}
        </button>
        <button className="quiet" name="go" value="fresh">
          {earlier.notMine}
        </button>
      </div>
      <p className="hint">{earlier.note}</p>
    </form>
  );
}

export function notice(props: Common & { title: string; children: ReactNode }): string {
  return documentOf({
    ...props,
    children: (
      <main className="notice">
        <h1>{props.title}</h1>
        {props.children}
      </main>
    ),
  });
}
