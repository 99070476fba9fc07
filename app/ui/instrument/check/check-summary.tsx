import { Link } from "@remix-run/react";
import type { Finding } from "#app/instrument/check.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import "./check.css";

/**
 * How many findings there are, in one line, with the way to them.
 * @param to the check page's address; without it nothing is linked
 */
export function CheckSummary({ findings, to }: { findings: Pick<Finding, "severity">[]; to?: string }) {
  const { checks } = useMessages();
  const language = useLanguage();
  const errors = findings.filter((one) => one.severity === "error").length;
  const hints = findings.length - errors;
  return (
    <p className={errors > 0 ? "check-summary wrong" : "check-summary"}>
      <strong>{errors > 0 ? amount(language, checks.summary.errors, errors) : checks.summary.clear}</strong>
      {hints > 0 ? <span>{amount(language, checks.summary.hints, hints)}</span> : null}
      {to && findings.length > 0 ? <Link to={to}>{checks.summary.toCheck}</Link> : null}
    </p>
  );
}
