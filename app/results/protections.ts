import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import { TooFine } from "./cross-table.ts";
import type { Condition } from "./filter.ts";
import type { Policy } from "./policy.ts";
import { Protection } from "./protection.ts";
import type { ThemeScale } from "./theme-score.ts";
import type { HiddenBecause } from "./view.ts";

type Why = HiddenBecause | undefined;
/** What the gate thinks of one group: why its presence, size, answers or scores stay hidden, or undefined. */
export interface Judgement {
  group(): Why;
  size(): Why;
  item(column: Column): Why;
  theme(scale: ThemeScale): Why;
}

/**
 * Judgements over one state of the columns. Groups of the same variables share one table, however the conditions
 * stand. @returns for conditions too fine to be checked, a judgement that refuses everything
 */
export function judgements(
  columns: Columns,
  policy: Policy,
): (conditions: readonly Condition[]) => Judgement {
  const order = [...columns.byCode.values()];
  const made = new Map<string, Protection | undefined>();
  return (conditions) => {
    // A variable that is none of the study's own (who is suspect) comes before them.
    const variables = [...new Set(conditions.map((one) => one.column))].sort(
      (a, b) => order.indexOf(a) - order.indexOf(b),
    );
    const key = variables.map((column) => column.code).join(" ");
    if (!made.has(key)) made.set(key, protect(columns, variables, policy));
    const protection = made.get(key);
    if (!protection) return refusal;
    const choice = protection.choice(conditions);
    return {
      group: () => protection.group(choice),
      size: () => protection.size(choice),
      item: (column) => protection.item(choice, column),
      theme: (scale) => protection.theme(choice, scale),
    };
  };
}

const refuse = (): Why => "difference";
const refusal: Judgement = { group: refuse, size: refuse, item: refuse, theme: refuse };

function protect(columns: Columns, variables: Column[], policy: Policy): Protection | undefined {
  try {
    return new Protection(columns, variables, policy);
  } catch (error) {
    if (error instanceof TooFine) return undefined;
    throw error;
  }
}
