import type { AskedItem } from "#app/instrument/definition.ts";
import type { QuestionKind } from "#app/questions/index.ts";
import enhanceKinds from "./enhance-kinds.ts?worker&url";
import kindStyles from "./kinds.css?inline";

export { kindStyles };

const styled: QuestionKind[] = [
  ...(["differential", "number", "date", "ranking", "sum", "nps", "slider", "section", "image"] as const),
];
const scripted: QuestionKind[] = ["catalogue", "ranking", "sum", "differential", "nps", "slider"];
const checked: QuestionKind[] = ["number", "date", "short"];

/**
 * What a page with these questions needs beyond what every page has: a survey of statements and choices needs nothing.
 * @param checks whether the phone itself must be able to tell that an answer cannot be kept
 */
export function extrasFor(
  items: AskedItem[],
  checks = false,
): { moreStyles: string; scripts: string[]; key: number } {
  const isStyled = items.some(({ kind, otherOf, under }) => styled.includes(kind) || otherOf || under);
  const isScripted = items.some(
    (item) =>
      scripted.includes(item.kind) ||
      (checks && checked.includes(item.kind)) ||
      (item.kind === "multiple" && isLimited(item)),
  );
  return {
    moreStyles: isStyled ? kindStyles : "",
    scripts: isScripted ? [enhanceKinds] : [],
    key: Number(isStyled) + 2 * Number(isScripted),
  };
}

const isLimited = ({ min, max, options }: Extract<AskedItem, { kind: "multiple" }>) =>
  max !== undefined || min !== undefined || options.some((one) => one.exclusive);
