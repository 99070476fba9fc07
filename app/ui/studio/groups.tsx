import { fill } from "#app/locales/language.ts";
import type { Share, VariableBlock } from "#app/results/view.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { amount, grouped, percent } from "./amount.ts";
import { ShareBar } from "./share-bar.tsx";

/** Who has answered so far: the groups whose size the gate let pass. */
export function GroupsSection({ groups, k }: { groups: VariableBlock[] | undefined; k: number }) {
  const { overview } = useMessages().studio;
  return (
    <section className="studio-section">
      <h2>{overview.groups}</h2>
      <p className="quiet-text">{fill(groups ? overview.groupsLead : overview.groupsHidden, { k })}</p>
      {groups ? (
        <div className="studio-groups">
          {groups.map((variable) => (
            <GroupTable key={variable.code} variable={variable} k={k} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

function GroupTable({ variable, k }: { variable: VariableBlock; k: number }) {
  const language = useLanguage();
  const { common, studio } = useMessages();
  const { overview } = studio;
  const { base } = variable;
  return (
    <table>
      <caption>
        {variable.text[language]}
        <span className="studio-hint">
          {base.shown ? amount(language, overview.base, base.n) : fill(common.hidden[base.why], { k })}
        </span>
      </caption>
      {variable.options.length > 0 ? (
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{overview.option}</th>
            <th scope="col">{overview.share}</th>
            <th scope="col">{overview.number}</th>
          </tr>
        </thead>
      ) : null}
      <tbody>
        {variable.options.map(({ code, label, result }) => (
          <tr key={code}>
            <th scope="row">{label[language]}</th>
            {result.shown ? (
              <>
                <td className="bar">
                  <ShareBar share={asNumber(result.share)} />
                  <span className="number">{shareText(language, result.share)}</span>
                </td>
                <td className="number">
                  {result.count === undefined ? "" : grouped(language, result.count)}
                </td>
              </>
            ) : (
              <td className="quiet" colSpan={2}>
                {fill(common.hidden[result.why], { k })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const asNumber = (share: Share) => (typeof share === "number" ? share : share.value);

function shareText(language: "zh-CN" | "en", share: Share): string {
  if (typeof share === "number") return percent(language, share);
  return `${share.bound === "at-least" ? "≥" : "≤"} ${percent(language, share.value)}`;
}
