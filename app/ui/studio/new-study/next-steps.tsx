import { Link } from "@remix-run/react";
import { useMessages } from "../../language.tsx";

/** What to do with a study that has just been made. */
export function NextSteps({
  study,
  instrument,
  wave,
  email,
}: {
  study: string;
  instrument: string | undefined;
  wave: boolean;
  email: string;
}) {
  const { done } = useMessages().newStudy;
  const [before = "", after = ""] = done.colleagues.split("{command}");
  return (
    <section className="studio-section">
      <h2>{done.nextTitle}</h2>
      <ul className="new-study-next">
        {wave && instrument ? (
          <>
            <li>
              <Link to={`/studio/${study}/instruments/${instrument}/test`}>{done.tryOut}</Link>
            </li>
            <li>
              <Link to={`/studio/${study}/instruments`}>{done.edit}</Link>
            </li>
            <li>
              <Link to={`/studio/${study}/fieldwork/waves`}>{done.classes}</Link>
            </li>
          </>
        ) : null}
        <li>
          <Link to={`/studio/${study}`}>{done.overview}</Link>
        </li>
        <li>
          <Link to={`/studio/${study}/settings`}>{done.settings}</Link>
        </li>
        <li>
          {before}
          <code className="studio-command">
            npm run account -- add --email {email.replace(/^[^@]*/, "…")} --study {study} --role reader
          </code>
          {after}
        </li>
      </ul>
    </section>
  );
}
