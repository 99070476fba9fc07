import type { Answer } from "#app/questions/kind.ts";

const counted = ["scale", "year", "differential", "nps", "slider", "number"];

/** Form values as routing compares them; undefined where there is no answer, or not yet a whole one. */
export function answerOf(kind: string, given: string[]): Answer | undefined {
  const [first] = given;
  if (first === undefined) return undefined;
  if (kind === "multiple") return given;
  if (kind === "consent") return true;
  const parts = given.map((one) => one.split("~") as [string, string]);
  if (kind === "ranking") return parts.sort((a, b) => +a[1] - +b[1]).map(([code]) => code);
  if (kind === "sum")
    return { amounts: Object.fromEntries(parts.map(([code, amount]) => [code, Number(amount)])) };
  if (kind === "date") {
    const two = (part: string) => parts.find(([name]) => name === part)?.[1].padStart(2, "0");
    return [two("y"), two("m"), two("d")].filter(Boolean).join("-");
  }
  if (!counted.includes(kind)) return first;
  const value = Number(first.normalize("NFKC").replace(/[,\s]/g, ""));
  return Number.isNaN(value) ? undefined : value;
}
