import type { OfflineSurvey } from "./offline-survey.ts";

type Problems = OfflineSurvey["texts"]["problems"];
type Found = [problem: keyof Problems, values?: Record<string, unknown>] | "whole" | undefined;

const each = <E extends HTMLElement>(selector: string, root: ParentNode) => [
  ...root.querySelectorAll<E>(selector),
];
const plain = (typed: string) => typed.normalize("NFKC").trim();
const fieldsOf = (list: HTMLElement) => each<HTMLInputElement>("input,select", list);

/**
 * Without network nobody but the phone can say that a number, a date, a ranking cannot be kept as it is: before a page is
 * left each such field is told its problem, as a sentence, by the browser's own means (`validationMessage`).
 */
export function checkHere(): void {
  const said = document.querySelector("#survey")?.textContent;
  if (!said) return;
  const { texts }: OfflineSurvey = JSON.parse(said);
  const sentence = (found: Found) => {
    if (!found) return "";
    if (found === "whole") return texts.wholeNumber;
    const [problem, values = {}] = found;
    return texts.problems[problem].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  };
  document.addEventListener("check", ({ target }) => {
    for (const [selector, find] of rules)
      for (const place of each(selector, target as HTMLElement)) {
        const field = place.matches("input") ? (place as HTMLInputElement) : fieldsOf(place)[0];
        field?.setCustomValidity(sentence(find(place)));
      }
  });
}

const rules: [selector: string, find: (place: HTMLElement) => Found][] = [
  ["[data-number]", (field) => numberProblem(field as HTMLInputElement)],
  ["[data-format]", (field) => formatProblem(field as HTMLInputElement)],
  [".multiple div[class]", choicesProblem],
  ["[data-date]", dateProblem],
  ["[data-ranking]", rankingProblem],
  ["[data-sum]", sumProblem],
];

function numberProblem({ value, dataset }: HTMLInputElement): Found {
  const typed = plain(value).replace(/[,\s]/g, "");
  const decimals = Number(dataset.number);
  if (!typed) return undefined;
  if (!/^[+-]?\d{1,12}(\.\d{1,10})?$/.test(typed)) return decimals ? ["not-a-number"] : "whole";
  if ((typed.split(".")[1]?.length ?? 0) > decimals) return decimals ? ["decimals", { decimals }] : "whole";
  const { min = -Infinity, max = Infinity, limits } = dataset;
  return Number(typed) < Number(min) || Number(typed) > Number(max)
    ? ["out-of-range", { limits }]
    : undefined;
}

function formatProblem({ value, dataset }: HTMLInputElement): Found {
  const typed = plain(value.replace(/\s+/g, " "));
  return typed && !new RegExp(dataset.format ?? "", "i").test(typed) ? ["wrong-format"] : undefined;
}

function choicesProblem(list: HTMLElement): Found {
  const ticked = each<HTMLInputElement>(":checked", list);
  const { min = 0, max = Infinity } = list.parentElement?.dataset ?? {};
  const alone = ticked.find(({ dataset }) => dataset.alone !== undefined);
  if (alone)
    return ticked.length > 1 ? ["exclusive", { option: alone.parentElement?.textContent }] : undefined;
  if (ticked.length > Number(max)) return ["too-many", { max }];
  return ticked.length > 0 && ticked.length < Number(min) ? ["too-few", { min }] : undefined;
}

function dateProblem(list: HTMLElement): Found {
  const parts = new Map(fieldsOf(list).map(({ name, value }) => [name.split(".")[1], value]));
  const given = [...parts.values()].filter(Boolean).length;
  if (given === 0) return undefined;
  if (given < parts.size) return ["incomplete"];
  const month = `${parts.get("y")}-${(parts.get("m") ?? "").padStart(2, "0")}`;
  const { min = "", max = "", limits } = list.dataset;
  // The day before the first of the month after.
  const days = new Date(Number(parts.get("y")), Number(parts.get("m")), 0).getDate();
  if (Number(parts.get("d") ?? 1) > days) return ["not-a-date"];
  return month < min || month > max ? ["out-of-range", { limits }] : undefined;
}

function rankingProblem(list: HTMLElement): Found {
  const given = fieldsOf(list).flatMap(({ value }) => (value ? [value] : []));
  if (new Set(given).size < given.length) return ["twice"];
  const offered = each(".rank:not([hidden])", list).length;
  const places = Math.min(Number(list.dataset.ranking), offered);
  return given.length > 0 && given.length < places ? ["incomplete"] : undefined;
}

function sumProblem(list: HTMLElement): Found {
  const given = fieldsOf(list).map(({ value }) => plain(value));
  if (!given.some(Boolean)) return undefined;
  if (given.some((one) => !/^\d{0,6}$/.test(one))) return "whole";
  const total = Number(list.dataset.sum);
  const sum = given.reduce((so, one) => so + Number(one), 0);
  return sum === total ? undefined : ["wrong-total", { total, sum }];
}
