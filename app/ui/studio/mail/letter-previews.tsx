import { useEffect, useRef } from "react";
import { fill, type Language } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";

export interface ShownPreview {
  language: Language;
  email?: string;
  subject: string;
  text: string;
}

/** The letter with somebody's values in it, in each language, and the button that queues it. */
export function LetterPreviews({ previews, maySend }: { previews: ShownPreview[]; maySend: boolean }) {
  const { letter: words } = useMessages().mail;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="studio-report mail-report" aria-labelledby="preview-title">
      <h2 id="preview-title" ref={heading} tabIndex={-1}>
        {words.previewTitle}
      </h2>
      <p className="studio-hint">{words.masked}</p>
      <div className="mail-languages">
        {previews.map((one) => (
          <div key={one.language}>
            <h3>
              {one.email
                ? fill(words.previewOf[one.language], { email: one.email })
                : words.previewNobody[one.language]}
            </h3>
            <LetterText {...one} />
          </div>
        ))}
      </div>
      {maySend ? (
        <button type="submit" name="intent" value="send">
          {words.send}
        </button>
      ) : null}
    </section>
  );
}

/** A letter as its reader sees it. */
export function LetterText({
  language,
  subject,
  text,
}: {
  language?: Language;
  subject: string;
  text: string;
}) {
  const { letter: words } = useMessages().mail;
  return (
    <div className="mail-sheet" lang={language}>
      <p className="mail-subject">
        <span className="studio-hint">{words.subjectLabel}</span> <strong>{subject}</strong>
      </p>
      <div className="mail-body">{text.trim()}</div>
    </div>
  );
}
