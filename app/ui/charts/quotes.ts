const beside = "\\u2e80-\\u9fff\\uff00-\\uffef";
const double = new RegExp(`(?<![${beside}])[“”](?![${beside}])`, "gu");
const single = new RegExp(`(?<![${beside}])[‘’](?![${beside}])`, "gu");

/**
 * Chinese fonts set curly quotes as wide as a character, which tears "don’t" apart. Straight ones replace them, in every
 * string of a figure, unless a Chinese character stands beside them.
 */
export function straightenQuotes<T>(value: T): T {
  if (typeof value === "string") return value.replace(double, '"').replace(single, "'") as T;
  if (Array.isArray(value)) return value.map(straightenQuotes) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, straightenQuotes(part)])) as T;
}
