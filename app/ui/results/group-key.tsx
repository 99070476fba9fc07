import type { Reader } from "./figures.ts";

/** Who A and B are, said again beside every chart that sets them side by side. */
export function GroupKey({ reader }: { reader: Reader }) {
  const { groups, messages } = reader;
  const { filters } = messages.results;
  if (!groups) return null;
  return (
    <p className="results-key">
      <span>
        <b>{filters.groupA}</b> {groups[0]}
      </span>
      <span>
        <b>{filters.groupB}</b> {groups[1]}
      </span>
    </p>
  );
}
