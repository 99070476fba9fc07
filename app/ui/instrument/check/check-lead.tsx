import type { Finding } from "#app/instrument/check.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import "./check.css";

/** What is going on, in a sentence or two: whether anything stands in the way of opening. */
export function CheckLead({ findings }: { findings: Pick<Finding, "severity">[] }) {
  const { checks } = useMessages();
  const language = useLanguage();
  const errors = findings.filter((one) => one.severity === "error").length;
  const hints = findings.length - errors;
  return (
    <p>
      {errors > 0 ? <strong>{amount(language, checks.lead.errors, errors)}</strong> : checks.lead.clear}
      {hints > 0 ? ` ${amount(language, checks.lead.hints, hints)}` : null}
    </p>
  );
}
