/** One table of the report, and the figures behind it for programs. */
export interface Section {
  title: string;
  head: string[];
  rows: string[][];
  /** Sentences under the table. */
  notes: string[];
  figures: unknown;
}

/** Columns wide enough for their content; text to the left, figures to the right. */
export function asText({ title, head, rows, notes }: Section): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => width(row[at] ?? ""))));
  const line = (row: string[]) =>
    row
      .map((cell, at) => {
        const space = " ".repeat((widths[at] ?? 0) - width(cell));
        return at === 0 ? cell + space : space + cell;
      })
      .join("   ")
      .trimEnd();
  const rule = widths.map((one) => "─".repeat(one)).join("   ");
  return [title, "", line(head), rule, ...rows.map(line), ...notes.map((note) => `· ${note}`), ""].join("\n");
}

export function asMarkdown({ title, head, rows, notes }: Section): string {
  const line = (row: string[]) => `| ${row.join(" | ")} |`;
  const rule = line(head.map((_, at) => (at === 0 ? "---" : "---:")));
  return [
    `**${title}**`,
    "",
    line(head),
    rule,
    ...rows.map(line),
    "",
    ...notes.map((note) => `- ${note}`),
    "",
  ].join("\n");
}

/** Chinese characters take two columns of a terminal. */
const width = (text: string) =>
  [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0);

export const ms = (value: number | undefined) =>
  value === undefined || Number.isNaN(value)
    ? "–"
    : value < 10
      ? value.toFixed(1)
      : Math.round(value).toLocaleString("en");
export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** "goal met", or by how much it is missed. */
export function against(value: number, goal: number, better: "less" | "more"): string {
  const met = better === "less" ? value <= goal : value >= goal;
  if (met) return "met";
  const factor = better === "less" ? value / goal : goal / value;
  return factor < 2 ? `missed by ${Math.round((factor - 1) * 100)} %` : `missed ${factor.toFixed(1)} times`;
}

/** Nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
