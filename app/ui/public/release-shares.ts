import type { ReleaseItem } from "#app/briefs/release.ts";
import { type StoredShare, shareValue } from "#app/briefs/shown.ts";
import type { FiveShares } from "../charts/figure.ts";

type ShownItem = ReleaseItem & { result: { shown: true } };

/** The five parts of a statement's bar, from its bad to its good side. */
export function drawnShares({ result, reverse }: ShownItem): FiveShares {
  const { points, favourable, neutral, unfavourable } = result;
  // More or fewer points are drawn as those below, at and above the middle.
  if (points.length !== 5)
    return [0, shareValue(unfavourable), shareValue(neutral), shareValue(favourable.share), 0];
  const shares = fiveShares(points.map((point) => point.share));
  return reverse ? ([...shares].reverse() as unknown as FiveShares) : shares;
}

/** A nearly unanimous point is drawn at its bound; what is left of the whole goes to the others in equal parts. */
function fiveShares(shares: StoredShare[]): FiveShares {
  const top = shares.findIndex((share) => typeof share !== "number" && share.bound === "at-least");
  if (top < 0) return shares.map(shareValue) as unknown as FiveShares;
  const most = shareValue(shares[top]!);
  return shares.map((_share, index) => (index === top ? most : (1 - most) / 4)) as unknown as FiveShares;
}
