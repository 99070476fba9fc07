import { useMessages } from "../language.tsx";

/** The data row by row, for researchers, and how to read them. */
export function DataDownloads({ study }: { study: string }) {
  const { releasesRoom: words } = useMessages();
  const address = (file: string) => `/studio/${study}/exports/${file}`;
  const files: [string, string][] = [
    ["responses.csv?labels=zh-CN", words.responsesZh],
    ["responses.csv?labels=en", words.responsesEn],
    ["responses.csv?labels=codes", words.responsesCodes],
    ["codebook.csv", words.codebook],
    ["codebook.json", words.codebookJson],
  ];
  return (
    <section className="studio-section" aria-labelledby="exports">
      <h2 id="exports">{words.exports}</h2>
      <p>{words.exportsLead}</p>
      <ul>
        {files.map(([file, label]) => (
          <li key={file}>
            <a href={address(file)}>{label}</a>
          </li>
        ))}
      </ul>
      <p className="quiet-text">{words.missing}</p>
      <p className="quiet-text">{words.guard}</p>
    </section>
  );
}
