import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Pager } from "../../studio/mail/pager.tsx";
import { moment } from "../../studio/moment.ts";
import { TableBox } from "../../studio/table-box.tsx";
import { instrumentPath } from "./editor-address.ts";
import { changeWords } from "./editor-words.ts";
import type { HistoryPageData } from "./history-data.ts";
import { PhoneFrame } from "./phone-frame.tsx";

/** Who changed what and when; each state can be looked at, and made the newest again. */
export function HistoryBody({ page, isConflict }: { page: HistoryPageData; isConflict: boolean }) {
  const words = useMessages().editor;
  const language = useLanguage();
  const { lines, start, head, looked } = page;
  const here = `${instrumentPath(head)}/history`;
  if (lines.length === 0 && start === undefined) return <p>{words.history.none}</p>;
  return (
    <div className="editor-history">
      {isConflict ? (
        <div className="studio-says wrong" role="alert">
          <p>{words.history.conflict}</p>
        </div>
      ) : null}
      {looked ? <Looked page={page} looked={looked} here={here} /> : null}
      {lines.length === 0 ? <p>{words.history.none}</p> : null}
      <TableBox label={words.history.caption}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.history.number}</th>
              <th scope="col">{words.history.what}</th>
              <th scope="col">
                <span className="visually-hidden">{words.history.restore}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ number, change, by, savedAt }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td>
                  {changeWords(words, change)}
                  <span className="editor-who">
                    {by} · {moment(language, page.timeZone, savedAt)}
                  </span>
                </td>
                <Ways page={page} number={number} here={here} />
              </tr>
            ))}
            {start === undefined ? null : (
              <tr>
                <th scope="row">0</th>
                <td>{fill(words.history.version, { n: start })}</td>
                <Ways page={page} number={0} here={here} />
              </tr>
            )}
          </tbody>
        </table>
      </TableBox>
      <Pager
        label={words.history.pages}
        newer={page.isFirst ? undefined : { to: here, text: words.history.newer }}
        older={page.older ? { to: `${here}?before=${page.older}`, text: words.history.older } : undefined}
      />
    </div>
  );
}

function Ways({ page, number, here }: { page: HistoryPageData; number: number; here: string }) {
  const { history } = useMessages().editor;
  const isNow = number === page.head.draft;
  return (
    <td className="editor-ways">
      <Link to={`${here}?look=${number}`} aria-label={fill(history.lookAt, { n: number })}>
        {history.look}
      </Link>
      {isNow ? (
        <span>{history.now}</span>
      ) : (
        <details>
          <summary aria-label={fill(history.restoreAt, { n: number })}>{history.restore}</summary>
          <Form method="post">
            <p>{history.restoreLead}</p>
            <input type="hidden" name="base" value={page.head.draft} />
            <button name="restore" value={number}>
              {history.restoreYes}
            </button>
          </Form>
        </details>
      )}
    </td>
  );
}

/** A state as a phone would have shown it. */
function Looked({
  page,
  looked,
  here,
}: {
  page: HistoryPageData;
  looked: NonNullable<HistoryPageData["looked"]>;
  here: string;
}) {
  const words = useMessages().editor;
  const language = useLanguage();
  const name = fill(words.history.looking, { n: looked.number });
  const query = new URLSearchParams({
    state: String(looked.number),
    page: looked.page,
    language: looked.language,
  });
  return (
    <section className="editor-looked" aria-label={name}>
      <h2>{name}</h2>
      <Form method="get" className="studio-filters" preventScrollReset>
        <input type="hidden" name="look" value={looked.number} />
        <div className="studio-field">
          <label htmlFor="look-page">{words.history.page}</label>
          <select id="look-page" name="page" defaultValue={looked.page}>
            <option value="consent">{words.preview.consent}</option>
            {looked.pages.map(({ code, title }) => (
              <option key={code} value={code}>
                {title[language] || code}
              </option>
            ))}
          </select>
        </div>
        <button className="quiet">{words.history.show}</button>
        <Link className="button quiet" to={here}>
          {words.history.back}
        </Link>
      </Form>
      <PhoneFrame title={name} src={`${instrumentPath(page.head)}/preview?${query}`} />
    </section>
  );
}
