import { Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import type { LanguagesData } from "./languages-data.ts";

/** What goes to a translator and comes back. */
export function TranslatorsFiles({
  here,
  data,
  table,
}: {
  here: string;
  data: LanguagesData;
  table: NonNullable<LanguagesData["table"]>;
}) {
  const { files: words } = useMessages().translations;
  const { source, target } = table;
  const nameOf = (tag: string) => data.names[tag]?.native ?? tag;
  return (
    <section aria-labelledby="translators-title">
      <h2 id="translators-title">{words.title}</h2>
      <p>{fill(words.hint, { source: nameOf(source), target: nameOf(target) })}</p>
      <p className="languages-acts">
        <a className="button quiet" href={`${here}/${target}.xlsx`} download>
          {words.xlsx}
        </a>
        <a className="button quiet" href={`${here}/${target}.xlf`} download>
          {words.xlf}
        </a>
        <Link className="button quiet" to={`${here}/import?to=${target}`}>
          {words.import}
        </Link>
      </p>
    </section>
  );
}
