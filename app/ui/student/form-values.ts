/** The values of all questions inside `root`, by item code; what is not chosen or empty is an empty list. */
export function valuesIn(root: ParentNode): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const question of root.querySelectorAll(".q")) {
    values[question.id] = [...fieldsIn(question)]
      .filter((field) => !isTicked(field) || field.checked)
      .map((field) => field.value)
      .filter(Boolean);
  }
  return values;
}

/** Puts values back into the questions inside `root` that have some. */
export function showValues(root: ParentNode, values: Record<string, string[]>): void {
  for (const question of root.querySelectorAll(".q")) {
    const given = values[question.id];
    if (!given) continue;
    for (const field of fieldsIn(question)) {
      if (isTicked(field)) field.checked = given.includes(field.value);
      else field.value = given[0] ?? "";
    }
  }
}

const fieldsIn = (question: ParentNode) =>
  question.querySelectorAll<HTMLInputElement>("input,select,textarea");
const isTicked = (field: HTMLInputElement) => field.type === "radio" || field.type === "checkbox";
