import type { ReactNode } from "react";
import { type Release, type ReleaseGroups, shortOf } from "#app/briefs/release.ts";
import type { WhyHidden } from "#app/briefs/shown.ts";
import { countText, meanText, sentencesOf } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { HeldBackTables } from "./held-back.tsx";

interface GroupsProps {
  release: Release;
  language: Language;
  slug: string;
  /** The charts of the clearest differences. */
  children: ReactNode[];
}

/** Every comparison that passed the gate: charts of the clearest, and all of them as tables. */
export function Groups({ release, language, slug, children }: GroupsProps) {
  const { brief } = messagesIn(language);
  const variables = release.groupedBy
    .map((one) => shortOf(one)[language])
    .join(language === "en" ? ", " : "、");
  const withheld = release.groups.length < release.groupedBy.length * release.themes.length;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{brief.sections.groups}</h2>
      {children.length > 0 ? <p>{brief.notAssigned}</p> : <p>{fill(brief.groupsNone, { variables })}</p>}
      {children}
      {children.length > 0 ? <p className="quiet">{sentencesOf(release, language).groupsLead}</p> : null}
      {release.groupedBy.map((variable) => {
        const { code } = variable;
        const tables = release.groups.filter((table) => table.variable.code === code);
        return tables.length > 0 ? (
          <VariableTable
            key={code}
            title={shortOf(variable)[language]}
            tables={tables}
            k={release.k}
            language={language}
          />
        ) : null;
      })}
      {withheld ? <p className="quiet">{brief.groupsHeld}</p> : null}
      <HeldBackTables
        tables={release.heldBack.filter(({ theme }) => theme)}
        slug={slug}
        language={language}
      />
    </section>
  );
}

interface VariableTableProps {
  title: string;
  /** One for each theme, of the same variable. */
  tables: ReleaseGroups[];
  k: number;
  language: Language;
}

function VariableTable({ title, tables, k, language }: VariableTableProps) {
  const { common, publicPage, brief } = messagesIn(language);
  const why = (reason: WhyHidden) => fill(common.hidden[reason], { k });
  return (
    <details className="numbers">
      <summary>{fill(publicPage.numbers, { title })}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls inside on a phone, by keyboard too. */}
      <div className="scroll" role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{brief.table.group}</th>
              {tables.map(({ theme }) => (
                <th key={theme.code} scope="col">
                  {theme.title[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tables[0]!.rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.label[language]}</th>
                {tables.map(({ theme, rows }) => {
                  const result = rows.find((one) => one.code === row.code)?.result;
                  return result?.shown ? (
                    <td key={theme.code}>
                      {meanText(result.mean.estimate)}
                      <span className="quiet">
                        {meanText(result.mean.low)}–{meanText(result.mean.high)}
                        <br />
                        {fill(brief.base, { n: countText(result.n) })}
                      </span>
                    </td>
                  ) : (
                    <td key={theme.code} className="why">
                      {why(result?.why ?? "few")}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
