import type { npsBands } from "#app/questions/nps.ts";
import { netPromoter } from "#app/statistics/index.ts";
import type { Column } from "./column.ts";
import { type Condition, within } from "./filter.ts";
import { chosenByAll, nearlyAlike } from "./group-disclosure.ts";
import { optionResult } from "./item-result.ts";
import type { Policy } from "./policy.ts";
import type { judgements } from "./protections.ts";
import { hide, show } from "./shown.ts";
import type { Tally } from "./tally.ts";
import { told, toldCounts, toldEstimate, toldTally, tooThinForShares } from "./told.ts";
import type { HiddenBecause, Interval, VariableBlock } from "./view.ts";

/** What deciding about a variable takes: the selection, whose eyes, and which sizes may be told. */
export interface Room {
  conditions: readonly Condition[];
  policy: Policy;
  judge: ReturnType<typeof judgements>;
  tellable: (size: number) => boolean;
}

/** One variable of a selection that may be shown: how many gave each answer, group by group as far as each may be told. */
export function variableOf(column: Column, counts: Tally, room: Room): VariableBlock {
  const { code, text, short, group, categories, measure, scale } = column;
  const { valid: n } = counts;
  const block = {
    code,
    text,
    short,
    measure: scale ? ("bipolar" as const) : (measure as VariableBlock["measure"]),
    ...(column.item && !group && { opinion: true as const }),
  };
  const why = group ? answeredWhy(column, n, room) : room.judge(room.conditions).item(column);
  if (why) return { ...block, base: hide(why), options: [] };
  if (tooThinForShares(n, room.policy)) return { ...block, base: hide("thin"), options: [] };
  // "Not asked" is a group like the others (level after the last category): somebody may hide behind it.
  const tellGaps = room.tellable(counts.asked) && !(group && groupWhy(column, categories.length, room));
  const rounded = toldTally(counts, room.policy);
  const whyOf = (index: number) => (group ? groupWhy(column, index, room) : undefined);
  const gaps = tellGaps ? { skipped: rounded.skipped, notAsked: rounded.notAsked } : {};
  const options = optionsOf(column, counts, room.policy, whyOf);
  const net = column.item?.kind === "nps" ? netOf(options, rounded.valid, room.policy) : undefined;
  return { ...block, base: show({ n: rounded.valid, ...gaps }), options, ...(net && { netPromoter: net }) };
}

/** Computed from the numbers of people that are told beside it, and so tells nothing beyond them. */
function netOf(options: VariableBlock["options"], n: number, policy: Policy): Interval | undefined {
  const people = (band: (typeof npsBands)[number]["code"]) => {
    const result = options.find(({ code }) => code === band)?.result;
    return result?.shown ? result.count : undefined;
  };
  const [promoters, passives, detractors] = [people("promoter"), people("passive"), people("detractor")];
  if (promoters === undefined || passives === undefined || detractors === undefined) return undefined;
  const net = netPromoter({ promoters, detractors, n });
  if (!net.computable) return undefined;
  const [estimate, low, high] = [net.score, net.low, net.high].map((one) => toldEstimate(one, policy));
  return { estimate: estimate!, low: low!, high: high! };
}

/** Each option of a variable that may be shown. @param whyOf why an option may not be told, where it is a group of its own */
export function optionsOf(
  { group, measure, categories }: Column,
  { counts, valid: n }: Tally,
  policy: Policy,
  whyOf: (index: number) => HiddenBecause | undefined,
): VariableBlock["options"] {
  const rounded = toldCounts(counts, policy);
  const everyoneAlike = !group && measure !== "several" && (nearlyAlike(counts) || nearlyAlike(rounded));
  return categories.map(({ code, label }, index) => {
    const why = whyOf(index);
    const count = counts[index]!;
    const byAll = chosenByAll(count, n) || chosenByAll(rounded[index]!, told(n, policy));
    const alike = everyoneAlike || (measure === "several" && byAll);
    return { code, label, result: why ? hide(why) : optionResult(count, n, alike, policy) };
  });
}

/** Why it may not be told how many answered a question about the person. */
function answeredWhy(
  column: Column,
  n: number,
  { conditions, judge, policy }: Room,
): HiddenBecause | undefined {
  if (n < policy.k) return "few";
  if (conditions.some((one) => one.column === column)) return undefined;
  const chosen = column.categories.map((_, index) => index);
  return judge([...conditions, { column, chosen }]).answered(column);
}

/** Why the size of one group may not be told; an empty group may, unless somebody hides behind it. */
function groupWhy(column: Column, index: number, { conditions, judge }: Room): HiddenBecause | undefined {
  const chosen = conditions.find((one) => one.column === column)?.chosen;
  if (chosen && !chosen.includes(index)) return undefined;
  return judge(within(conditions, column, index)).size();
}
