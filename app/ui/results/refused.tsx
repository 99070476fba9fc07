import { Link, useLocation } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { mostConditions } from "#app/results/filter.ts";
import type { HiddenBecause } from "#app/results/view.ts";
import { useMessages } from "../language.tsx";
import { searchOf } from "./address.ts";

/** A selection that may not be shown: why, and what to do instead. */
export function Refused({ why, k }: { why: HiddenBecause | "too-many"; k: number }) {
  const { results, common } = useMessages();
  const { refused, filters } = results;
  // The whole of the same instrument.
  const respondent = new URLSearchParams(useLocation().search).get("respondent");
  const reasons = { ...common.hidden, ...refused };
  return (
    <div className="results-refused" role="status">
      <h2>{refused.title}</h2>
      <p>{why === "too-many" ? fill(filters.most, { n: mostConditions }) : fill(reasons[why], { k })}</p>
      <p>
        <Link className="results-way" to={searchOf({ first: {}, ...(respondent && { respondent }) })}>
          {refused.clear}
        </Link>
      </p>
    </div>
  );
}
