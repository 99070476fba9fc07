import { Link } from "@remix-run/react";
import { useMessages } from "../language.tsx";
import { type ListQuery, listAddress } from "./list-query.ts";

interface ResponsePagerProps {
  study: string;
  query: ListQuery;
  /** First row of this page, if there is a page before it. */
  previous: string | undefined;
  /** Last row of this page, if there is a page after it. */
  next: string | undefined;
}

export function ResponsePager({ study, query, previous, next }: ResponsePagerProps) {
  const { responses } = useMessages().studio;
  const isFirst = query.after === undefined && query.before === undefined;
  if (isFirst && !next) return null;
  return (
    <nav className="studio-pager" aria-label={responses.pages}>
      {isFirst ? null : <Link to={listAddress(study, query)}>{responses.newest}</Link>}
      {previous ? (
        <Link className="button quiet" to={listAddress(study, query, { before: previous })}>
          {responses.newer}
        </Link>
      ) : null}
      {next ? (
        <Link className="button quiet" to={listAddress(study, query, { after: next })}>
          {responses.older}
        </Link>
      ) : null}
    </nav>
  );
}
