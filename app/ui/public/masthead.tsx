import { messagesIn } from "#app/locales/index.ts";
import { languages } from "#app/locales/language.ts";
import type { PublicRelease } from "./public-release.ts";

/** The name, the mark of synthetic data, and the way to the other language. */
export function Masthead({ page }: { page: PublicRelease }) {
  const { common } = messagesIn(page.language);
  const other = languages.find((one) => one !== page.language) ?? "en";
  const newest = page.releases[0]?.number === page.release?.number;
  const address = page.release && !newest ? `/p/${page.slug}/${page.release.number}` : `/p/${page.slug}`;
  return (
    <header className="masthead">
      <a className="brand" href="/">
        <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
          <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round">
            <path d="M4 7c8 1 10 9 18 9" />
            <path d="M4 16h18" />
            <path d="M4 25c8-1 10-9 18-9h6" />
          </g>
        </svg>
        {common.product}
      </a>
      {page.synthetic ? <strong className="synthetic">{common.synthetic}</strong> : null}
      <a className="language" href={`${address}?lang=${other}`} hrefLang={other} lang={other}>
        {common.otherLanguage}
      </a>
    </header>
  );
}
