import { useState } from "react";
import { useMessages } from "../../language.tsx";

/** A link to read, to select, and with scripts to copy. */
export function CopyLink({ url }: { url: string }) {
  const { doorPage } = useMessages().waves;
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      // Refused by the browser: the link is there to be selected.
      () => setCopied(false),
    );
  return (
    <div className="wave-copy">
      <a className="studio-address" href={url}>
        {url.replace(/^https?:\/\//, "")}
      </a>
      <button className="quiet" type="button" onClick={copy}>
        {doorPage.copy}
      </button>
      <span role="status">{copied ? doorPage.copied : ""}</span>
    </div>
  );
}
