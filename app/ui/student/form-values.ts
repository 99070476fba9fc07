/**
 * The values of all questions inside `root`, by item code; what is not chosen or empty is an empty list. Fields named
 * after a part of their question (`RANK.option`) give parts (`option~1`), which is also how they are sent.
 */
export function valuesIn(root: ParentNode): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const question of root.querySelectorAll(".q")) {
    values[question.id] = [...fieldsIn(question)]
      .filter((field) => field.value && (!isTicked(field) || field.checked))
      .map((field) => partOf(field) + field.value);
  }
  return values;
}

/** Puts values back into the questions inside `root` that have some. */
export function showValues(root: ParentNode, values: Record<string, string[]>): void {
  for (const question of root.querySelectorAll(".q")) {
    const given = values[question.id];
    if (!given) continue;
    for (const field of fieldsIn(question)) {
      const part = partOf(field);
      if (isTicked(field)) field.checked = given.includes(field.value);
      else field.value = given.find((one) => one.startsWith(part))?.slice(part.length) ?? "";
      // Totals and places are counted anew.
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

export const fieldsIn = (question: ParentNode) =>
  question.querySelectorAll<HTMLInputElement>("input,select,textarea");
export const isTicked = (field: HTMLInputElement) => field.type === "radio" || field.type === "checkbox";

/** What stands before the value of a part: `option~`; nothing for a field that is all of its question. */
function partOf({ name }: HTMLInputElement): string {
  const part = name.split(".")[1];
  return part ? `${part}~` : "";
}
