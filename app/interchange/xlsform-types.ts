import type { WrittenItem } from "#app/questions/index.ts";
import type { MatrixItem } from "#app/questions/matrix.ts";
import type { FindingCode } from "./report.ts";
import { own, type Row } from "./xlsform-cells.ts";
import { thisYear } from "./xlsform-constraint.ts";
import type { Lists } from "./xlsform-lists.ts";

type Single = Exclude<WrittenItem, MatrixItem>;
type Find = (code: FindingCode, of: string, details?: Record<string, string>) => void;

/** A question's type and what belongs to it, in the standard's words; what those cannot say is told. */
export function typeOfItem(item: Single, lists: Lists, find: Find): Row {
  const became = (to: string) => find("changed.kind", item.code, { from: item.kind, to });
  const list = (options: Parameters<Lists["add"]>[1]) => {
    const name = lists.name(`${item.code}_list`);
    lists.add(name, options);
    return name;
  };
  switch (item.kind) {
    case "scale":
      return {
        type: `select_one ${lists.scale(item.scale, item.allowNA)}`,
        appearance: "likert",
        ...own("no_answer", item.allowNA),
        ...own("reverse", item.reverse),
        ...own("direction", item.direction === "none" && "none"),
        ...own("expect", item.expect),
      };
    case "single":
    case "check":
      if (item.kind === "check") find("lost.setting", item.code, { name: "expect" });
      return { type: `select_one ${list(item.options)}` };
    case "multiple":
      return {
        type: `select_multiple ${list(item.options)}`,
        ...bounds("count-selected(.)", item.min, item.max),
      };
    case "ranking":
      if (item.max !== undefined) find("lost.setting", item.code, { name: `max ${item.max}` });
      return { type: `rank ${list(item.options)}` };
    case "sum":
      became("text");
      return { type: "text", ...own("list", list(item.options)) };
    case "year":
      return {
        type: "integer",
        constraint: `. >= ${item.min} and . <= ${item.max === "current" ? thisYear : item.max}`,
      };
    case "number":
      return { type: item.decimals > 0 ? "decimal" : "integer", ...bounds(".", item.min, item.max) };
    case "nps":
      return { type: "range", parameters: "start=0 end=10 step=1" };
    case "differential":
      became("range");
      return { type: "range", parameters: `start=1 end=${item.points} step=1` };
    case "slider":
      return range(item.steps.map(({ value }) => value)) ?? sliderList(item, list, became);
    case "date":
      return { type: "date", ...(item.precision === "month" ? { appearance: "month-year" } : {}) };
    case "text":
      return { type: "text", appearance: "multiline", constraint: `string-length(.) <= ${item.maxLength}` };
    case "short":
      if (item.format !== "plain") find("lost.constraint", item.code, { expression: item.format });
      return { type: "text", constraint: `string-length(.) <= ${item.maxLength}` };
    case "consent":
      return { type: "acknowledge" };
    case "section":
      if (item.body.length > 0) find("lost.setting", item.code, { name: "body" });
      return { type: "note" };
    case "image":
      find("lost.media", item.code, { name: item.file });
      return { type: "note" };
    case "catalogue":
      became("text");
      return { type: "text" };
  }
}

function sliderList(
  { steps }: Extract<Single, { kind: "slider" }>,
  list: (options: Parameters<Lists["add"]>[1]) => string,
  became: (to: string) => void,
): Row {
  became("select_one");
  const none = { "zh-CN": "", en: "" };
  // The labels are the step's own; these are for programs that know no steps.
  const labels = new Map(steps.map(({ value, label }) => [String(value), label ?? none]));
  return { type: `select_one ${list([...labels].map(([code, label]) => ({ code, label })))}` };
}

/** Steps that are equally far apart. */
function range(values: number[]): Row | undefined {
  const [start = 0, second = 0] = values;
  const step = second - start;
  if (step <= 0 || values.some((value, at) => value !== start + at * step)) return undefined;
  return { type: "range", parameters: `start=${start} end=${values.at(-1)} step=${step}` };
}

function bounds(of: string, min: number | undefined, max: number | undefined): Row {
  const said = [
    ...(min === undefined ? [] : [`${of} >= ${plain(min)}`]),
    ...(max === undefined ? [] : [`${of} <= ${plain(max)}`]),
  ];
  return said.length > 0 ? { constraint: said.join(" and ") } : {};
}

/** XPath knows no exponents. */
const plain = (value: number) =>
  value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 10 });
