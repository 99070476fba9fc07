import { fill } from "#app/locales/language.ts";
import type { Trend } from "#app/results/trend.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import { nameOf, type TrendPage, type TrendReader } from "./trend-words.ts";

/** Which statements are not joined across the waves, with what was asked then and now. */
export function seamsExhibit({ wordings }: TrendPage, { items }: Trend, reader: TrendReader): Exhibit[] {
  const { messages, language } = reader;
  const words = messages.trend.seams;
  const rev = (code: string, rev: number) =>
    fill(words.rev, { rev, text: wordings[code]?.[rev]?.[language] ?? "" });
  const rows = items.flatMap((item) =>
    item.waves.flatMap((at): Cell[][] => {
      if (at.seam !== "reworded" && at.seam !== "unasked") return [];
      const then =
        at.seam === "unasked"
          ? words.unasked
          : at.revs.map((one) => rev(item.code, one)).join(messages.trend.changes.join);
      return [
        [
          item.code,
          nameOf(at.wave, reader),
          then,
          fill(words.rev, { rev: item.rev, text: item.text[language] }),
        ],
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    {
      code: "seams",
      title: words.title,
      lead: words.lead,
      table: {
        caption: words.title,
        head: [
          { text: words.code },
          { text: messages.trend.wave },
          { text: words.asked },
          { text: words.now },
        ],
        rows,
      },
      method: { statistics: [], formula: words.formula, base: words.base, missing: words.missing },
    },
  ];
}
