import type { Certificate } from "#app/fieldwork/certificates.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { TableBox } from "./table-box.tsx";

/** The register as it stands: every row with where it comes from. */
export function CertificateTable({ certificates }: { certificates: Certificate[] }) {
  const language = useLanguage();
  const { certificates: words, common } = useMessages();
  return (
    <TableBox label={words.title} wide>
      <table>
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
              <th scope="row">
                {one.name[language]}
                {one.synthetic ? <span className="studio-synthetic inline">{common.synthetic}</span> : null}
              </th>
              <td>{one.issuer[language]}</td>
              <td>{one.levels.map((level) => words.levelNames[level]).join(" · ") || "–"}</td>
              <td>{one.batch ?? "–"}</td>
              <td>
                <code>{one.code}</code>
              </td>
              <td>{one.asOf}</td>
              <td>{one.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
