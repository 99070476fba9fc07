/** How two levels of one variable stand in the table: neighbours in the same visible sums can hide each other. */
export interface Axis {
  stride: number;
  level: number;
  /** Levels that lie in exactly the same sums. */
  partners: readonly number[];
}

interface Asked {
  counts: ArrayLike<number>;
  hidden: Uint8Array;
  k: number;
}

/** About so many boxes are looked at of one cell, those with its best-filled neighbours. */
const mostBoxes = 256;

/**
 * The hypercube method (Giessing & Repsilber 2002; Hundepool et al. 2012, ch. 4.4): people could be exchanged between
 * the corners of a box of hidden cells, up in every other corner and down in the rest, and no visible sum would change.
 * So a cell that is the corner of boxes with enough people has that much leeway: whoever adds and subtracts what is
 * visible finds at least so many numbers possible. Two cells of a line are the smallest box.
 *
 * @returns cells to hide beside a cell until its leeway is at least k, the fewest people first; undefined when it is,
 * none when there is nothing left to hide behind
 */
export function needsBeside(
  cell: number,
  axes: readonly Axis[],
  { counts, hidden, k }: Asked,
): number[] | undefined {
  const corners = 2 ** axes.length;
  if (axes.some(({ partners }) => partners.length === 0)) return [];
  const oddOnes = oddCorners(axes.length);
  // People who have been moved out of a corner, to find the most and to find the fewest in the cell.
  const gone: [number[], number[]] = [[], []];
  const cells: [number[], number[]] = [[], []];
  const left = (way: 0 | 1, corner: number) => {
    let people = counts[corner]!;
    for (let at = 0; at < cells[way].length; at++) if (cells[way][at] === corner) people -= gone[way][at]!;
    return people;
  };
  /** How many people could move through this box either way; remembered when it is to be used. */
  const through = (box: Int32Array, use: boolean): number => {
    let moved = 0;
    for (const way of [0, 1] as const) {
      let least = Number.POSITIVE_INFINITY;
      for (let corner = 0; corner < corners && least > 0; corner++)
        if (oddOnes[corner] !== way) least = Math.min(least, left(way, box[corner]!));
      if (least <= 0) continue;
      moved += least;
      if (use)
        for (let corner = 0; corner < corners; corner++)
          if (oddOnes[corner] !== way) {
            cells[way].push(box[corner]!);
            gone[way].push(least);
          }
    }
    return moved;
  };

  let leeway = 0;
  eachBox(cell, axes, counts, (box) => {
    for (let corner = 0; corner < corners; corner++) if (!hidden[box[corner]!]) return true;
    leeway += through(box, true);
    return leeway < k;
  });
  if (leeway >= k) return undefined;

  let best: { open: number[]; people: number; enough: boolean; more: number } | undefined;
  eachBox(cell, axes, counts, (box) => {
    const open: number[] = [];
    let people = 0;
    for (let corner = 0; corner < corners; corner++)
      if (!hidden[box[corner]!]) {
        open.push(box[corner]!);
        people += counts[box[corner]!]!;
      }
    if (open.length === 0) return true;
    const more = through(box, false);
    if (more === 0) return true;
    const enough = leeway + more >= k;
    const better =
      !best || (enough === best.enough ? (enough ? people < best.people : more > best.more) : enough);
    if (better) best = { open, people, enough, more };
    return true;
  });
  return best?.open ?? [];
}

/** 1 for corners that go down when the first goes up. */
const oddCorners = (axes: number): number[] => {
  let parities = [0];
  for (let axis = 0; axis < axes; axis++) parities = [...parities, ...parities.map((one) => 1 - one)];
  return parities;
};

/** Every box that has this cell as its first corner; `visit` says whether to go on. The box is reused. */
function eachBox(
  cell: number,
  axes: readonly Axis[],
  counts: ArrayLike<number>,
  visit: (box: Int32Array) => boolean,
): void {
  // Well-filled neighbours first: they give leeway soonest.
  const most = Math.floor(mostBoxes ** (1 / axes.length));
  const steps = axes.map(({ stride, level, partners }) =>
    partners
      .map((partner) => (partner - level) * stride)
      .sort((a, b) => counts[cell + b]! - counts[cell + a]!)
      .slice(0, most),
  );
  const boxes = steps.reduce((product, one) => product * one.length, 1);
  const box = new Int32Array(2 ** axes.length);
  for (let number = 0; number < boxes; number++) {
    box[0] = cell;
    let rest = number;
    for (let axis = 0; axis < axes.length; axis++) {
      const step = steps[axis]![rest % steps[axis]!.length]!;
      rest = Math.floor(rest / steps[axis]!.length);
      for (let corner = 0; corner < 1 << axis; corner++) box[corner + (1 << axis)] = box[corner]! + step;
    }
    if (!visit(box)) return;
  }
}
