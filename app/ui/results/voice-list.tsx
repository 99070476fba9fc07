import type { Text } from "#app/locales/language.ts";
import { foldAt } from "#app/voices/fold.ts";
import { markHits } from "#app/voices/search.ts";
import { useLanguage, useMessages } from "../language.tsx";

export interface Voice {
  text: string;
  quotable: boolean;
  label?: Text;
}

/** Answers as written: one below the other, the searched words marked, long ones folded after their first sentences. */
export function VoiceList({ voices, search }: { voices: Voice[]; search: string }) {
  const { voices: words } = useMessages().results;
  const language = useLanguage();
  return (
    <ul className="voices-list">
      {voices.map(({ text, quotable, label }, index) => {
        const at = foldAt(text);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page of answers never changes its order, and ids stay on the server
          <li key={index}>
            <div className="voices-words" lang={/\p{Script=Han}/u.test(text) ? "zh-CN" : "en"}>
              <p>
                <Marked text={at === undefined ? text : text.slice(0, at)} search={search} />
              </p>
              {at === undefined ? null : (
                <details className="voices-rest" open={search !== "" && hasHit(text.slice(at), search)}>
                  <summary lang={language}>… {words.more}</summary>
                  <p>
                    <Marked text={text.slice(at)} search={search} />
                  </p>
                </details>
              )}
            </div>
            {label || quotable ? (
              <p className="voices-about">
                {label ? <span>{label[language]}</span> : null}
                {quotable ? <span className="voices-quotable">{words.quotable}</span> : null}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const hasHit = (text: string, search: string) => markHits(text, search).some((one) => one.hit);

function Marked({ text, search }: { text: string; search: string }) {
  let from = 0;
  return (
    <>
      {markHits(text, search).map(({ text, hit }) => {
        const key = from;
        from += text.length;
        return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
      })}
    </>
  );
}
