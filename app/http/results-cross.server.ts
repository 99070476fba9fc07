import { crossTabulating } from "#app/results/cross-tab-view.ts";
import { type CrossData, type CrossProblem, crossChoices, crossDefault } from "#app/ui/results/cross-data.ts";
import type { ResultsRoom } from "./results-room.server.ts";

/** Two questions against each other: `?row=` and `?column=`; neither is a first visit, which begins with something. */
export async function readCross({ search, columns, count }: ResultsRoom): Promise<CrossData> {
  const choices = crossChoices(columns);
  const [rows, others] = [search.getAll("row"), search.getAll("column")];
  const asked = {
    ...(rows.length === 0 && others.length === 0
      ? crossDefault(columns)
      : { row: rows[0] ?? "", column: others[0] ?? "" }),
  };
  const { row = "", column = "" } = asked;
  const repeated = rows.length > 1 || others.length > 1;
  const problem = repeated ? "unknown" : problemOf(choices, row, column);
  const known = (code: string) => (choices.some((one) => one.code === code) ? code : undefined);
  const data: CrossData = { choices, row: known(row), column: known(column), ...(problem && { problem }) };
  if (problem || !row || !column) return data;
  return {
    ...data,
    table: await count(`cross ${row} ${column}`, (cut) => crossTabulating(cut, row, column)),
  };
}

/** Why no table can be made; nothing chosen yet is no mistake. */
function problemOf(choices: CrossData["choices"], row: string, column: string): CrossProblem | undefined {
  const find = (code: string) => choices.find((one) => one.code === code);
  if ((row && !find(row)) || (column && !find(column))) return "unknown";
  if (row && row === column) return "same";
  return row && !find(row)!.row ? "several" : undefined;
}
