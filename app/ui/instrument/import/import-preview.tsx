import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import type { PreviewPage } from "./import-data.ts";

/** The questions as they will be, page by page. */
export function ImportPreview({ pages, more }: { pages: PreviewPage[]; more: number }) {
  const { exchange, editor } = useMessages();
  const { report } = exchange;
  const kinds: Record<string, string> = editor.kinds;
  return (
    <section aria-labelledby="import-preview">
      <h2 id="import-preview">{report.preview}</h2>
      <p className="studio-hint">{report.previewHint}</p>
      {pages.map((page) => (
        <details key={page.code} className="exchange-page" open>
          <summary>
            {page.title || page.code} <span className="quiet-text">{page.items.length}</span>
          </summary>
          <ol>
            {page.items.map((item) => (
              <li key={item.code} lang={item.language}>
                <p>
                  {item.text || "…"}{" "}
                  <span className="quiet-text">{`${item.code} · ${kinds[item.kind] ?? item.kind}`}</span>
                </p>
                {item.options ? (
                  <p className="studio-hint">{fill(report.options, { options: item.options })}</p>
                ) : null}
              </li>
            ))}
          </ol>
        </details>
      ))}
      {more > 0 ? <p>{fill(report.moreItems, { n: more })}</p> : null}
    </section>
  );
}
