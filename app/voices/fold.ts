/** Answers longer than this are folded; most fit well below it. */
const longest = 220;

/**
 * Where a long answer is folded: at the last sentence end, comma or space before the limit, so that no word is torn.
 * @returns the position to cut at in UTF-16 units, or undefined when the answer is shown whole
 */
export function foldAt(answer: string, limit = longest): number | undefined {
  // A remainder of a few words is not worth a tap.
  if (answer.length <= limit + 60) return undefined;
  const head = answer.slice(0, limit);
  const sentence = Math.max(
    ...["。", "！", "？", "；", "\n", ". ", "! ", "? "].map((end) => head.lastIndexOf(end)),
  );
  if (sentence > limit / 2) return sentence + 1;
  const pause = Math.max(...["，", "、", ", ", " "].map((end) => head.lastIndexOf(end)));
  if (pause > limit / 2) return pause + 1;
  // Never between the two halves of a character outside the basic plane.
  const last = head.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}
