import {
  flagMask,
  flags,
  isSuspect,
  meansMask,
  meansNames,
  type Thresholds,
} from "#app/fieldwork/quality-flags.ts";
import type { Text } from "#app/locales/language.ts";
import { type Column, contextColumn } from "./column.ts";
import type { Columns } from "./columns.ts";
import { type Comparing, comparing, nearDuplicates } from "./near-duplicates.ts";
import { type QualityDistributions, qualityDistributions } from "./quality-distribution.ts";
import { type QualityArrays, QualityTable } from "./quality-table.ts";

/** Which responses are conspicuous by some thresholds. Nothing is counted less for it. */
export interface Suspects {
  /** Row -> bit mask in the order of `flags`. */
  masks: Uint16Array;
  /** Category 1 for suspect, 0 for the others: a variable like any other to the gate, but none that filters may name. */
  column: Column & { values: Int8Array };
  counts: FlagCounts;
  distributions: QualityDistributions;
}

const text = (chinese: string, english: string): Text => ({ "zh-CN": chinese, en: english });

/** What is judged, as plain numbers and shared memory. */
export interface Judging {
  rows: number;
  comparing: Comparing;
  quality: QualityArrays;
  excluded: Uint8Array;
  thresholds: Thresholds;
}
export interface Judged {
  masks: Uint16Array;
  /** 1 for suspect. */
  suspect: Int8Array;
  counts: FlagCounts;
  distributions: QualityDistributions;
}

export const judging = (columns: Columns, thresholds: Thresholds): Judging => ({
  rows: columns.length,
  comparing: comparing(columns, thresholds.copyItems),
  quality: columns.quality.shared(),
  excluded: columns.excluded,
  thresholds,
});

/** Judges every row anew: some 0.1 µs each, and about 1 µs for finding near-duplicates. Rows must not change meanwhile. */
export function judge({ rows, comparing, quality, excluded, thresholds }: Judging): Judged {
  const copies = nearDuplicates(comparing);
  const table = QualityTable.over(quality);
  const masks = new Uint16Array(new SharedArrayBuffer(rows * 2));
  const suspect = new Int8Array(new SharedArrayBuffer(rows));
  for (let row = 0; row < rows; row++) {
    const indices = table.get(row);
    if (!indices) continue;
    const mask = flagMask(indices, copies[row] === 1, thresholds);
    masks[row] = mask;
    suspect[row] = isSuspect(mask) ? 1 : 0;
  }
  const judged = { length: rows, excluded, quality: table };
  return {
    masks,
    suspect,
    counts: countFlags(judged, { masks, suspect }),
    distributions: qualityDistributions(judged),
  };
}

export const suspectsFrom = ({ masks, suspect, counts, distributions }: Judged): Suspects => ({
  masks,
  counts,
  distributions,
  column: {
    ...contextColumn("suspect", text("可疑", "Suspect"), "context", false),
    categories: [
      { code: "0", label: text("不可疑", "Not suspect") },
      { code: "1", label: text("可疑", "Suspect") },
    ],
    values: suspect,
  },
});

/** Judges here and now: for small studies and tests. */
export const suspectsOf = (columns: Columns, thresholds: Thresholds): Suspects =>
  suspectsFrom(judge(judging(columns, thresholds)));

/** How many responses each flag, and each two means together, speak against; excluded responses apart. */
export interface FlagCounts {
  /** Responses with indices, not excluded. */
  judged: number;
  suspects: number;
  /** Suspects among those already excluded. */
  excludedSuspects: number;
  /** In the order of `flags`. */
  flags: number[];
  /** [a][b], in the order of `meansNames`: both speak against it; [a][a] is a alone or with others. */
  means: number[][];
}

function countFlags(
  columns: Pick<Columns, "length" | "excluded" | "quality">,
  { masks, suspect }: Pick<Judged, "masks" | "suspect">,
): FlagCounts {
  const found: FlagCounts = {
    ...{ judged: 0, suspects: 0, excludedSuspects: 0 },
    flags: flags.map(() => 0),
    means: meansNames.map(() => meansNames.map(() => 0)),
  };
  for (let row = 0; row < columns.length; row++) {
    if (columns.excluded[row]) {
      found.excludedSuspects += suspect[row]!;
      continue;
    }
    if (columns.quality.has(row)) found.judged++;
    found.suspects += suspect[row]!;
    const mask = masks[row]!;
    if (mask === 0) continue;
    for (let bit = 0; bit < flags.length; bit++) found.flags[bit]! += (mask >> bit) & 1;
    const against = meansMask(mask);
    for (let a = 0; a < meansNames.length; a++)
      for (let b = 0; b < meansNames.length; b++) found.means[a]![b]! += (against >> a) & (against >> b) & 1;
  }
  return found;
}
