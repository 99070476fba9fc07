import type { Release, ReleaseVariable } from "#app/briefs/release.ts";
import { shareText } from "#app/briefs/shown.ts";
import { countText } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { HeldBackTables } from "./held-back.tsx";

/** Who answered: the make-up by each question about the person, as tables. */
export function Background({
  release,
  language,
  slug,
}: {
  release: Release;
  language: Language;
  slug: string;
}) {
  const { brief, publicPage } = messagesIn(language);
  const told = release.variables.filter((one) => one.measure !== "bipolar");
  const held = release.heldBack.filter(({ theme }) => !theme);
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="who">
      <h2 id="who">{brief.sections.who}</h2>
      <p>{publicPage.whoLead}</p>
      {told.map((variable, index) => (
        <Composition
          open={index < 2}
          key={variable.code}
          variable={variable}
          k={release.k}
          language={language}
        />
      ))}
      <HeldBackTables tables={held} slug={slug} language={language} />
    </section>
  );
}

interface CompositionProps {
  variable: ReleaseVariable;
  k: number;
  language: Language;
  /** Unfolded, and so printed. */
  open: boolean;
}

function Composition({ variable, k, language, open }: CompositionProps) {
  const { brief, common, publicPage } = messagesIn(language);
  const { text, base, options } = variable;
  if (!base.shown) return null;
  return (
    <details className="numbers" open={open}>
      <summary>{text[language]}</summary>
      <table>
        <caption>
          {fill(brief.base, { n: countText(base.n) })}
          {base.skipped ? `  ·  ${fill(publicPage.skipped, { n: countText(base.skipped) })}` : ""}
        </caption>
        <thead>
          <tr>
            <th scope="col">{brief.table.answer}</th>
            <th scope="col">{brief.table.share}</th>
            <th scope="col">{brief.table.n}</th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ code, label, result }) => (
            <tr key={code}>
              <th scope="row">{label[language]}</th>
              {result.shown ? (
                <>
                  <td>{shareText(result.share)}</td>
                  <td>{result.count === undefined ? "–" : countText(result.count)}</td>
                </>
              ) : (
                <td colSpan={2} className="why">
                  {fill(common.hidden[result.why], { k })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
