import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Choice } from "../../studio/waves/choice.tsx";
import type { BankChosen, BankPage } from "./bank-page.ts";
import { type BankProblems, bankProblem } from "./bank-problem.ts";

interface BankInsertProps {
  chosen: BankChosen;
  pages: BankPage["pages"];
  refused: BankProblems | undefined;
}

/** One set of questions: which of them, and onto which page. */
export function BankInsert({ chosen, pages, refused }: BankInsertProps) {
  const { bank } = useMessages();
  const { chosen: words } = bank;
  const language = useLanguage();
  const problem = bankProblem(bank, refused);
  const open = chosen.questions.some((one) => !one.there);
  const along = [
    ...chosen.scales.map((name) => fill(words.scale, { name })),
    ...chosen.scoring.map((title) => fill(words.scoring, { name: title[language] })),
  ];
  return (
    <section className="studio-section" aria-labelledby="bank-insert">
      <h2 id="bank-insert">{fill(words.title, { title: chosen.title[language] })}</h2>
      <p>
        <Link to=".">{words.back}</Link>
      </p>
      {open ? null : <p>{words.all}</p>}
      <Form method="post">
        <fieldset
          className="bank-questions"
          aria-describedby={problem("question") ? "question-error" : undefined}
        >
          <legend>{words.which}</legend>
          {problem("question") ? (
            <p className="studio-error" id="question-error">
              {problem("question")}
            </p>
          ) : null}
          {chosen.questions.map(({ code, text, there }) => (
            <label key={code} className="bank-question">
              <input type="checkbox" name="question" value={code} defaultChecked={!there} disabled={there} />
              <span>
                <span className="quiet-text">{code}</span> {text[language] || text["zh-CN"]}
                {there ? words.there : ""}
              </span>
            </label>
          ))}
        </fieldset>
        {open ? (
          <>
            {along.length > 0 ? <p>{fill(words.brings, { what: along.join(words.join) })}</p> : null}
            <Choice name="page" label={words.page} error={problem("page")} value={pages.at(-1)?.code}>
              {pages.map(({ code, title }) => (
                <option key={code} value={code}>
                  {title[language] || title["zh-CN"] || code}
                </option>
              ))}
            </Choice>
            <button type="submit" name="intent" value="insert">
              {words.insert}
            </button>
          </>
        ) : null}
      </Form>
    </section>
  );
}
