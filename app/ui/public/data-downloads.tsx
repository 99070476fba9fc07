import type { InstrumentChoice } from "#app/instrument/instrument-choice.ts";
import { useLanguage, useMessages } from "../language.tsx";

interface DataDownloadsProps {
  study: string;
  /** Where the study has more than one instrument: each has files of its own. */
  choice: InstrumentChoice | undefined;
}

/** The data row by row, for researchers, and how to read them. */
export function DataDownloads({ study, choice }: DataDownloadsProps) {
  const language = useLanguage();
  const { releasesRoom: words, respondents } = useMessages();
  return (
    <section className="studio-section" aria-labelledby="exports">
      <h2 id="exports">{words.exports}</h2>
      <p>{words.exportsLead}</p>
      {choice ? (
        choice.options.map(({ key, respondent, title }) => {
          const isMain = key === choice.main;
          return (
            <details key={key} open={isMain} className="studio-numbers">
              <summary>
                {key === respondent ? `${respondents.names[respondent]} · ` : ""}
                {title[language]}
              </summary>
              <Files study={study} respondent={isMain ? undefined : key} />
            </details>
          );
        })
      ) : (
        <Files study={study} respondent={undefined} />
      )}
      <p className="quiet-text">{words.missing}</p>
      <p className="quiet-text">{words.guard}</p>
    </section>
  );
}

function Files({ study, respondent }: { study: string; respondent: string | undefined }) {
  const { releasesRoom: words } = useMessages();
  const files: [string, string, string][] = [
    ["responses.csv", "zh-CN", words.responsesZh],
    ["responses.csv", "en", words.responsesEn],
    ["responses.csv", "codes", words.responsesCodes],
    ["codebook.csv", "", words.codebook],
    ["codebook.json", "", words.codebookJson],
  ];
  const address = (file: string, labels: string) => {
    const search = new URLSearchParams({ ...(labels && { labels }), ...(respondent && { respondent }) });
    return `/studio/${study}/exports/${file}${search.size > 0 ? `?${search}` : ""}`;
  };
  return (
    <ul>
      {files.map(([file, labels, label]) => (
        <li key={`${file} ${labels}`}>
          <a href={address(file, labels)}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
