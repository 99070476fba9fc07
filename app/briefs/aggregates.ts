import { csv } from "#app/exports/csv.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language, type Text } from "#app/locales/language.ts";
import type { Release, ReleaseItem } from "./release.ts";
import { type StoredShare, shareValue, type WhyHidden } from "./shown.ts";

/** Column names of the table of aggregates. They never change; new ones are only added at the end. */
export const aggregateColumns = [
  "theme",
  "item",
  "measure",
  "group_variable",
  "group",
  "value",
  "bound",
  "low",
  "high",
  "n",
  "hidden_reason",
  "label",
  "synthetic",
] as const;
type Cells = Partial<Record<(typeof aggregateColumns)[number], string | number>>;

/**
 * Every figure of a release as a table, one row a figure: what it is about (theme, item or group), which measure, value
 * and 95 % interval, base, or the reason why it is hidden. `bound` says that a value is only known to be at least or
 * at most so high. Labels are in one language; everything else is the same in all.
 */
export function aggregatesCsv(release: Release, language: Language): string {
  const rows = [
    { measure: "responses", value: release.n, n: release.n, label: release.title[language] },
    ...release.themes.flatMap((theme) => [
      ...themeRows(theme, language),
      ...theme.items.flatMap((item) => itemRows(theme.code, item, language)),
    ]),
    ...release.unscored.flatMap((block) =>
      block.items.flatMap((item) => itemRows(block.code, item, language)),
    ),
    ...release.variables.flatMap((variable) => variableRows(variable, language)),
    ...release.groups.flatMap((table) => groupRows(table, language)),
  ];
  const say = (why: WhyHidden) => fill(messagesIn(language).common.hidden[why], { k: release.k });
  const lines = rows.map((row: Cells & { why?: WhyHidden }) => {
    const cells: Cells = {
      ...row,
      ...(row.why ? { hidden_reason: say(row.why) } : {}),
      synthetic: release.synthetic ? 1 : 0,
    };
    return aggregateColumns.map((name) => cells[name] ?? "");
  });
  return csv.start([...aggregateColumns]) + lines.map((cells) => csv.row(cells)).join("");
}

type Row = Cells & { why?: WhyHidden };

const of = (share: StoredShare): Cells => ({
  value: round(shareValue(share)),
  ...(typeof share === "number" ? {} : { bound: share.bound }),
});
const round = (value: number) => Number(value.toFixed(6));
const between = (part: { low?: number; high?: number }): Cells =>
  part.low === undefined || part.high === undefined ? {} : { low: round(part.low), high: round(part.high) };
const estimate = (part: { estimate: number; low: number; high: number }): Cells => ({
  value: round(part.estimate),
  ...between(part),
});

function themeRows({ code, title, result }: Release["themes"][number], language: Language): Row[] {
  const about = { theme: code, label: title[language] };
  if (!result.shown) return [{ ...about, measure: "mean", why: result.why }];
  const { n, mean, score, verdict, alpha } = result;
  return [
    { ...about, measure: "mean", ...estimate(mean), n },
    { ...about, measure: "score_0_100", ...estimate(score), n },
    { ...about, measure: "verdict", value: verdict, n },
    ...(alpha ? [{ ...about, measure: "alpha", ...estimate(alpha), n: alpha.n }] : []),
  ];
}

function itemRows(theme: string, { code, text, direction, result }: ReleaseItem, language: Language): Row[] {
  const about = { theme, item: code, label: text[language] };
  const [high, low] = direction === "none" ? ["agree", "disagree"] : ["favourable", "unfavourable"];
  if (!result.shown) return [{ ...about, measure: high, why: result.why }];
  const { n, favourable, neutral, unfavourable, points, mean, notApplicable, skipped } = result;
  const count = (measure: string, value: number | undefined): Row[] =>
    value === undefined ? [] : [{ ...about, measure, value, n }];
  return [
    { ...about, measure: high, ...of(favourable.share), ...between(favourable), n },
    { ...about, measure: "neutral", ...of(neutral), n },
    { ...about, measure: low, ...of(unfavourable), n },
    ...points.map((point) => ({
      ...about,
      measure: `point_${point.value}`,
      ...of(point.share),
      n,
      label: point.label[language],
    })),
    ...(mean === undefined ? [] : [{ ...about, measure: "mean_as_answered", value: round(mean), n }]),
    ...count("not_applicable", notApplicable),
    ...count("skipped", skipped),
  ];
}

function variableRows(variable: Release["variables"][number], language: Language): Row[] {
  const { code, text, base, options } = variable;
  const about = { item: code, measure: "share" };
  if (!base.shown) return [{ ...about, label: text[language], why: base.why }];
  return options.map(({ code: group, label, result }) =>
    result.shown
      ? { ...about, group, label: label[language], ...of(result.share), ...between(result), n: base.n }
      : { ...about, group, label: label[language], why: result.why },
  );
}

function groupRows({ theme, variable, rows }: Release["groups"][number], language: Language): Row[] {
  return rows.flatMap(({ code, label, result }): Row[] => {
    const about = {
      theme: theme.code,
      group_variable: variable.code,
      group: code,
      label: both(theme.title, label, language),
    };
    if (!result.shown) return [{ ...about, measure: "mean", why: result.why }];
    return [
      { ...about, measure: "mean", ...estimate(result.mean), n: result.n },
      { ...about, measure: "score_0_100", ...estimate(result.score), n: result.n },
      { ...about, measure: "verdict", value: result.verdict, n: result.n },
    ];
  });
}

const both = (first: Text, second: Text, language: Language) => `${first[language]} · ${second[language]}`;
