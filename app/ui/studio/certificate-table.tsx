import { sourceIn } from "#app/fieldwork/certificate-source.ts";
import type { Certificate } from "#app/fieldwork/certificates.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { TableBox } from "./table-box.tsx";

/** The register as it stands: every row with where it comes from, each source written out once below. */
export function CertificateTable({ certificates }: { certificates: Certificate[] }) {
  const language = useLanguage();
  const { certificates: words, common } = useMessages();
  const sources = [...new Set(certificates.map((one) => one.source))];
  return (
    <>
      <TableBox label={words.title} wide>
        <table className="studio-cards studio-certificates">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.issuer}</th>
              <th scope="col">{words.levels}</th>
              <th scope="col">{words.batch}</th>
              <th scope="col">{words.code}</th>
              <th scope="col">{words.asOf}</th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {certificates.map((one) => (
              <tr key={one.code}>
                <th scope="row" className="whole">
                  {one.name[language]}{" "}
                  {one.synthetic ? <span className="studio-synthetic">{common.synthetic}</span> : null}
                </th>
                <td className="whole">{one.issuer[language]}</td>
                <td data-label={words.levels}>
                  {one.levels.map((level) => words.levelNames[level]).join(" · ") || "–"}
                </td>
                <td data-label={words.batch}>{one.batch ?? "–"}</td>
                <td className="nowrap">
                  <code>{one.code}</code>
                </td>
                <td className="nowrap" data-label={words.asOf}>
                  {one.asOf}
                </td>
                <td data-label={words.source}>
                  <SourceMark number={sources.indexOf(one.source) + 1} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {sources.length > 0 ? (
        <section aria-labelledby="sources-title">
          <h2 id="sources-title">{words.sources}</h2>
          <ol className="studio-sources">
            {sources.map((source, index) => (
              <li key={source} id={`source-${index + 1}`}>
                {sourceIn(source, language)}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}

const SourceMark = ({ number }: { number: number }) => (
  <a className="row-link" href={`#source-${number}`}>
    [{number}]
  </a>
);
