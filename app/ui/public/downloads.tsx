import type { Release } from "#app/briefs/release.ts";
import { dayText } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import type { PublicRelease } from "./public-release.ts";
import type { ReleaseFigure } from "./release-figures.ts";
import { fileAddress, fileNames } from "./release-files.ts";

interface DownloadsProps {
  page: PublicRelease;
  release: Release;
  figures: ReleaseFigure[];
}

/** Files to take along, and all releases. A file that is still being made has no size yet, but its link works. */
export function Downloads({ page, release, figures }: DownloadsProps) {
  const { language, slug } = page;
  const { brief, publicPage } = messagesIn(language);
  const { files } = publicPage;
  const sizeOf = (name: string) => page.files.find((file) => file.name === name)?.size;
  const link = (name: string, label: string) => {
    const size = sizeOf(name);
    return (
      <>
        <a href={fileAddress(slug, release.number, name)}>{label}</a>
        {size ? (
          <span className="quiet"> {fill(files.size, { size: Math.max(1, Math.round(size / 1024)) })}</span>
        ) : null}
      </>
    );
  };
  return (
    <section aria-labelledby="downloads" className="downloads">
      <h2 id="downloads">{brief.sections.downloads}</h2>
      <p>{files.lead}</p>
      <ul>
        <li>{link(fileNames.brief(language), files.brief)}</li>
        <li>{link(fileNames.aggregates(language), files.aggregates)}</li>
      </ul>
      <details className="numbers">
        <summary>{files.all}</summary>
        <ul>
          {figures.map(({ name, figure }) => (
            <li key={name}>
              {figure.title}
              <br />
              {link(fileNames.png(name, language), files.png)}
              {"  ·  "}
              {link(fileNames.svg(name, language), files.svg)}
            </li>
          ))}
        </ul>
      </details>
      <h3>{publicPage.otherReleases}</h3>
      <ul>
        {page.releases.map(({ number, date }) => (
          <li key={number}>
            {number === release.number ? (
              <span>
                {fill(brief.release, { number })} · {dayText(date, language)} ({publicPage.current})
              </span>
            ) : (
              <a href={`/p/${slug}/${number}`}>
                {fill(brief.release, { number })} · {dayText(date, language)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
