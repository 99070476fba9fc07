import { messagesIn } from "#app/locales/index.ts";
import type { Language, Text } from "#app/locales/language.ts";
import { documentOf } from "./document.tsx";

interface HomeProps {
  language: Language;
  studies: { slug: string; title: Text; synthetic: boolean }[];
  /** What was typed as a code, and what was wrong with it. */
  typed?: { code: string; problem: "codeUnknown" | "codeTooMany" } | undefined;
}

/** A plain front page: students are sent back to their link, readers to results, researchers to the studio. */
export function homePage({ language, studies, typed }: HomeProps): string {
  const { common, survey } = messagesIn(language);
  const { home } = survey;
  const other = language === "en" ? "zh-CN" : "en";
  return documentOf({
    language,
    synthetic: false,
    title: common.product,
    children: (
      <main className="home">
        <p className="switch">
          <a href={`?lang=${other}`} lang={other} hrefLang={other}>
            {survey.switchTo}
          </a>
        </p>
        <h1>{common.product}</h1>
        <p className="invitation">{common.tagline}</p>
        <h2>{home.studentTitle}</h2>
        <p>{home.student}</p>
        <CodeField language={language} typed={typed} />
        <p>
          <a href="/withdraw">{home.withdraw}</a>
        </p>
        <h2>{home.resultsTitle}</h2>
        {studies.length === 0 ? <p>{home.noResults}</p> : null}
        <ul>
          {studies.map((study) => (
            <li key={study.slug}>
              <a href={`/p/${study.slug}`}>{study.title[language]}</a>
              {study.synthetic ? <small> {common.synthetic}</small> : null}
            </li>
          ))}
        </ul>
        <h2>{home.studioTitle}</h2>
        <p>
          <a href="/studio">{home.studio}</a>
        </p>
      </main>
    ),
  });
}

/** For those who read a code off the board instead of scanning one. */
function CodeField({ language, typed }: Pick<HomeProps, "language" | "typed">) {
  const { home } = messagesIn(language).survey;
  return (
    <form method="get" action="/">
      <div className={typed ? "q wrong" : "q"}>
        <label className="text" htmlFor="code">
          {home.codeLabel}
        </label>
        <p className="hint" id="code-hint">
          {home.codeHint}
        </p>
        {typed ? (
          <p className="problem" id="code-problem">
            {home[typed.problem]}
          </p>
        ) : null}
        <input
          id="code"
          name="code"
          className="code"
          defaultValue={typed?.code}
          required
          maxLength={300}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={typed ? "code-problem code-hint" : "code-hint"}
          aria-invalid={typed ? true : undefined}
        />
      </div>
      <div className="actions">
        <button className="next">{home.codeGo}</button>
      </div>
    </form>
  );
}
