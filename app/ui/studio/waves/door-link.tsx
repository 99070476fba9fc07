import { Link } from "@remix-run/react";
import type { DoorKind } from "#app/fieldwork/door.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { CopyLink } from "./copy-link.tsx";

interface DoorLinkProps {
  study: string;
  door: { slug: string; kind: DoorKind; name: Text; url: string };
}

/** How people get to a door: link, code, poster and slide; or, for a list, the letters. */
export function DoorLink({ study, door }: DoorLinkProps) {
  const language = useLanguage();
  const { doorPage } = useMessages().waves;
  if (door.kind === "list")
    return (
      <section className="studio-section">
        <h2>{doorPage.roster}</h2>
        <p>{doorPage.rosterLead}</p>
        <p className="wave-actions">
          <Link className="button" to={`/studio/${study}/fieldwork/doors/${door.slug}/invitations`}>
            {doorPage.roster}
          </Link>
        </p>
        <p className="quiet-text">{doorPage.noPoster}</p>
      </section>
    );
  const qr = `/studio/${study}/qr?door=${door.slug}`;
  return (
    <section className="studio-section">
      <h2>{doorPage.address}</h2>
      <div className="wave-address">
        <img
          className="wave-qr"
          src={`${qr}&format=svg`}
          width="148"
          height="148"
          alt={fill(doorPage.qrOf, { name: door.name[language] })}
        />
        <div>
          <CopyLink url={door.url} />
          <p className="wave-files">
            <span>{doorPage.qrFiles}</span>
            {["svg", "png"].map((format) => (
              <a
                key={format}
                href={`${qr}&format=${format}&download`}
                aria-label={`${doorPage.qrFiles} ${format.toUpperCase()}`}
              >
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </div>
      </div>
      <div className="wave-prints">
        <Prints
          study={study}
          slug={door.slug}
          format="pdf"
          title={doorPage.poster}
          lead={doorPage.posterLead}
        />
        <Prints
          study={study}
          slug={door.slug}
          format="png"
          title={doorPage.slide}
          lead={doorPage.slideLead}
        />
      </div>
    </section>
  );
}

interface PrintsProps {
  study: string;
  slug: string;
  format: "pdf" | "png";
  title: string;
  lead: string;
}

function Prints({ study, slug, format, title, lead }: PrintsProps) {
  const { languages } = useMessages().waves.doorPage;
  return (
    <div>
      <h3>{title}</h3>
      <p className="quiet-text">{lead}</p>
      <p className="wave-files">
        {(["zh-CN", "en", "both"] as const).map((language) => (
          <a
            key={language}
            href={`/studio/${study}/fieldwork/doors/${slug}/poster?format=${format}&language=${language}`}
            aria-label={`${title} ${format.toUpperCase()}: ${languages[language]}`}
          >
            {languages[language]}
          </a>
        ))}
      </p>
    </div>
  );
}
