import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import { moment } from "../../studio/moment.ts";
import type { BankLine, BankPage } from "./bank-page.ts";
import "../../results/results.css";

/** Everything that can be inserted: the team's own, then what comes with the product, by instrument. */
export function BankList({ page }: { page: BankPage }) {
  const { bank } = useMessages();
  const language = useLanguage();
  const sources = [...new Set(page.product.map((one) => one.source))];
  return (
    <>
      <section className="studio-section" aria-labelledby="bank-own">
        <h2 id="bank-own">{bank.own.title}</h2>
        {page.own.length === 0 ? <p>{bank.own.empty}</p> : null}
        <ul className="bank-blocks">
          {page.own.map(({ by, savedAt, ...line }) => (
            <li key={line.id}>
              <Line line={line} />
              <p className="quiet-text">
                {fill(bank.own.by, { by, when: moment(language, page.timeZone, savedAt) })}
              </p>
              <Removal line={line} />
            </li>
          ))}
        </ul>
      </section>
      <section className="studio-section" aria-labelledby="bank-product">
        <h2 id="bank-product">{bank.product.title}</h2>
        <p>{bank.product.hint}</p>
        {sources.map((source) => (
          <details key={source} className="results-numbers" open={source === sources[0]}>
            <summary>{bank.sources[source as keyof typeof bank.sources] ?? source}</summary>
            <ul className="bank-blocks">
              {page.product
                .filter((one) => one.source === source)
                .map((line) => (
                  <li key={line.id}>
                    <Line line={line} />
                  </li>
                ))}
            </ul>
          </details>
        ))}
      </section>
    </>
  );
}

function Line({ line: { id, title, count, first } }: { line: BankLine }) {
  const { bank } = useMessages();
  const language = useLanguage();
  return (
    <>
      <p className="bank-title">
        <Link to={`?block=${encodeURIComponent(id)}`}>{title[language] || title["zh-CN"]}</Link>{" "}
        <span className="quiet-text">{amount(language, bank.count, count)}</span>
      </p>
      <p className="bank-first">
        {first.map((text) => text[language] || text["zh-CN"]).join(" · ")}
        {count > first.length ? " …" : ""}
      </p>
    </>
  );
}

function Removal({ line: { id, title } }: { line: BankLine }) {
  const { own } = useMessages().bank;
  const language = useLanguage();
  return (
    <details className="wave-ask">
      <summary className="button quiet">{own.remove}</summary>
      <Form method="post">
        <p>{fill(own.removeAsk, { name: title[language] })}</p>
        <input type="hidden" name="id" value={id.replace(/^saved\./, "")} />
        <button type="submit" name="intent" value="remove">
          {own.removeYes}
        </button>
      </Form>
    </details>
  );
}
