import { Link } from "@remix-run/react";

interface Way {
  to: string;
  text: string;
}

/** The page before and the page after; nothing where everything is on one. */
export function Pager({
  label,
  newer,
  older,
}: {
  label: string;
  newer?: Way | undefined;
  older?: Way | undefined;
}) {
  const ways = [newer, older].filter((one) => one !== undefined);
  if (ways.length === 0) return null;
  return (
    <nav className="studio-pager" aria-label={label}>
      {ways.map((way) => (
        <Link key={way.to} className="button quiet" to={way.to}>
          {way.text}
        </Link>
      ))}
    </nav>
  );
}
