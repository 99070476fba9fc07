import type { Columns } from "#app/results/columns.ts";
import { FilterError, parseFilter, type Variable, variablesOf } from "#app/results/filter.ts";
import { type Asked, type Order, orders } from "./address.ts";
import type { FilterVariable } from "./filter-words.ts";

/** Why an address cannot be followed: it names something unknown, or more conditions than can be checked. */
export type BadAddress = "unknown" | "too-many";

/** What an address asks for, against what these columns can be filtered by. */
export function readAsked(search: URLSearchParams, variables: Variable[]): Asked | BadAddress {
  const order = search.get("order") ?? "instrument";
  const compare = search.get("compare") ?? "";
  const suspects = search.get("suspects") ?? "";
  if (!isOrder(order) || !["", "1"].includes(compare) || !["", "without"].includes(suspects))
    return "unknown";
  try {
    const first = parseFilter(search, variables, "f");
    const second = parseFilter(search, variables, "g");
    return {
      first,
      order,
      ...(compare === "1" && { second }),
      ...(suspects === "without" && { withoutSuspects: true }),
    };
  } catch (error) {
    if (error instanceof FilterError) return error.reason === "too-many" ? "too-many" : "unknown";
    throw error;
  }
}

const isOrder = (value: string): value is Order => (orders as readonly string[]).includes(value);

/** The variables of the filter form: people first, then what is asked only of those who hold a certificate. */
export function filterVariables(columns: Columns): FilterVariable[] {
  const { pages } = columns.around.instrument;
  return variablesOf(columns).map(({ code, text, short, categories }) => {
    const column = columns.byCode.get(code);
    const page = pages.find((one) => one.items.some((item) => item.code === code));
    const section =
      column?.source === "context" ? "other" : page?.showIf ? ("certificate" as const) : ("people" as const);
    return { code, text, short, section, categories: categories.map(({ code, label }) => ({ code, label })) };
  });
}
