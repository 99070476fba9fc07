import { Link } from "@remix-run/react";
import { useLanguage, useMessages } from "../language.tsx";
import { grouped } from "./amount.ts";
import type { StudyHead } from "./study-head.ts";
import { TableBox } from "./table-box.tsx";

/** The studies of an account; without any, how to get into one. */
export function StudyList({
  studies,
  email,
}: {
  studies: (StudyHead & { answers: number })[];
  email: string;
}) {
  const language = useLanguage();
  const { common, studio } = useMessages();
  const { studyList } = studio;
  if (studies.length === 0) {
    return (
      <>
        <p>{studyList.emptyNext}</p>
        <p>
          <code className="studio-command">
            npm run account -- add --email {email} --study demo --role researcher
          </code>
        </p>
      </>
    );
  }
  return (
    <TableBox label={studyList.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{studyList.study}</th>
            <th scope="col">{studyList.role}</th>
            <th scope="col" className="number">
              {studyList.answers}
            </th>
          </tr>
        </thead>
        <tbody>
          {studies.map((study) => (
            <tr key={study.slug}>
              <th scope="row">
                <Link className="row-link" to={`/studio/${study.slug}`}>
                  {study.title[language]}
                </Link>
                {study.synthetic ? <span className="studio-synthetic inline">{common.synthetic}</span> : null}
              </th>
              <td>{studio.roles[study.role]}</td>
              <td className="number">{grouped(language, study.answers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
