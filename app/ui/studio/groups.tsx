import { fill } from "#app/locales/language.ts";
import type { HiddenBecause, Share, VariableBlock } from "#app/results/view.ts";
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
  const empty = variable.options.filter(({ result }) => result.shown && result.share === 0);
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
            <td />
            <th scope="col">{overview.share}</th>
            <th scope="col">{overview.number}</th>
          </tr>
        </thead>
      ) : null}
      <tbody>
        {variable.options.map(({ code, label, result }) =>
          result.shown && result.share !== 0 ? (
            <tr key={code}>
              <th scope="row">{label[language]}</th>
              <td className="bar">
                <ShareBar share={asNumber(result.share)} />
              </td>
              <td className="number">{shareText(language, result.share)}</td>
              <td className="number quiet">
                {result.count === undefined ? "" : grouped(language, result.count)}
              </td>
            </tr>
          ) : null,
        )}
        {empty.length > 0 ? (
          <tr>
            <td className="quiet" colSpan={4}>
              {overview.nobody}
              {empty.map((option) => option.label[language]).join(overview.listComma)}
            </td>
          </tr>
        ) : null}
        {hiddenOptions(variable).map(([why, options]) => (
          <tr key={why}>
            <td className="quiet" colSpan={4}>
              {fill(common.hidden[why], { k })}
              {overview.colon}
              {options.map((option) => option.label[language]).join(overview.listComma)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Options without numbers, gathered under their reason: one line instead of a list of refusals. */
function hiddenOptions({ options }: VariableBlock) {
  const byReason = new Map<HiddenBecause, VariableBlock["options"]>();
  for (const option of options) {
    if (option.result.shown) continue;
    byReason.set(option.result.why, [...(byReason.get(option.result.why) ?? []), option]);
  }
  return [...byReason];
}

const asNumber = (share: Share) => (typeof share === "number" ? share : share.value);

function shareText(language: "zh-CN" | "en", share: Share): string {
  if (typeof share === "number") return percent(language, share);
  return `${share.bound === "at-least" ? "≥" : "≤"} ${percent(language, share.value)}`;
}
