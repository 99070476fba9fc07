import { Link } from "@remix-run/react";
import { nameIn } from "#app/instrument/language-names.ts";
import { longStatement } from "#app/instrument/wording.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import { TableBox } from "../../studio/table-box.tsx";
import type { CheckData } from "./check-data.ts";

/** How much there is to read in each question, language by language, longest first. */
export function CheckLoad({ data, editor }: { data: CheckData; editor: string }) {
  const { checks } = useMessages();
  const language = useLanguage();
  const words = checks.load;
  const { load, languages, findings } = data;
  // Where an item mixes scripts, what it has more of is what is read.
  const unit = (tag: string) => (/^(zh|ja)\b/.test(tag) ? "characters" : "words");
  const hinted = new Map<string, number>();
  for (const { code, details } of findings)
    if (/^(double|leading|long)/.test(code))
      hinted.set(String(details.item), (hinted.get(String(details.item)) ?? 0) + 1);
  const [main = ""] = languages;
  const sizeOf = (row: (typeof load)[number], tag: string) => row.length[tag]?.[unit(tag)] ?? 0;
  const rows = [...load].sort((a, b) => sizeOf(b, main) - sizeOf(a, main));
  return (
    <section className="studio-section" aria-labelledby="check-load">
      <h2 id="check-load">{words.title}</h2>
      <p>{fill(words.lead, longStatement)}</p>
      <details className="studio-numbers">
        <summary>{amount(language, words.show, rows.length)}</summary>
        <TableBox label={words.title} wide>
          <table className="studio-table check-table">
            <thead>
              <tr>
                <th scope="col">{words.item}</th>
                {languages.map((tag) => (
                  <th key={tag} scope="col" className="number">
                    {fill(words[unit(tag)], { language: nameIn(tag, language) })}
                  </th>
                ))}
                <th scope="col" className="number">
                  {words.hints}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a draft may use a code twice
                <tr key={at}>
                  <th scope="row">
                    <Link className="row-link" to={`${editor}?at=${encodeURIComponent(row.place)}`}>
                      <span className="mono">{row.code}</span>
                    </Link>{" "}
                    <span className="check-about">{row.about}</span>
                  </th>
                  {languages.map((tag) => (
                    <td key={tag} className="number">
                      {sizeOf(row, tag)}
                    </td>
                  ))}
                  <td className="number">{hinted.get(row.code) ?? ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </details>
    </section>
  );
}
