/**
 * The longest run of equal answers, in the order they were presented. A missing answer (null or undefined) ends the
 * run: the person did look up. 0 where nothing was answered. Raw values: a run across reverse-worded items is a run.
 *
 * Johnson, J. A. (2005), Journal of Research in Personality, 39(1), 103–129; as in R's `careless::longstring`.
 */
export function longstring(answers: Iterable<number | null | undefined>): number {
  let longest = 0;
  let run = 0;
  let last: number | undefined;
  for (const answer of answers) {
    if (answer === null || answer === undefined) {
      run = 0;
      last = undefined;
      continue;
    }
    run = answer === last ? run + 1 : 1;
    last = answer;
    if (run > longest) longest = run;
  }
  return longest;
}
