import { Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import { BeforeAfter } from "./before-after.tsx";
import type { DifferenceCard } from "./difference-card.ts";

/** Most codes named one by one. */
const mostCodes = 8;

/** Where it differs, what stood there and stands there now, and why it is proposed as what it is. */
export function DifferenceHead({ one, editor }: { one: DifferenceCard; editor?: string }) {
  const language = useLanguage();
  const { versions } = useMessages();
  const [kind = "", code = ""] = one.place.split(":");
  const place = fill(versions.places[kind as keyof typeof versions.places], { code });
  const detail = one.detail ?? "";
  const setting = Object.hasOwn(versions.settings, detail)
    ? versions.settings[detail as keyof typeof versions.settings]
    : detail;
  const part = fill(versions.parts[one.part], { detail: one.part === "other" ? setting : detail }).trim();
  const words = one.about[language] || Object.values(one.about).find(Boolean);
  const named = one.codes.slice(0, mostCodes).join(" ") + (one.codes.length > mostCodes ? " …" : "");
  return (
    <>
      <h3>
        {editor && one.rule !== "retired" ? <Link to={`${editor}?at=${one.place}`}>{place}</Link> : place}
        {part ? ` · ${part}` : ""}
      </h3>
      {words && one.part !== "text" && one.part !== "whole" ? <p className="version-about">{words}</p> : null}
      <BeforeAfter
        {...(one.before ? { before: one.before } : {})}
        {...(one.after ? { after: one.after } : {})}
      />
      <p className="quiet-text">
        {versions.rules[one.rule]}
        {one.codes.length > 1 && kind !== "item"
          ? ` ${amount(language, versions.concerns, one.codes.length, { codes: named })}`
          : ""}
      </p>
    </>
  );
}
