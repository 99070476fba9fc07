/** Unfinished questionnaires that stopped on a page: still open ones and forgotten ones. */
interface Stopped {
  page: string;
  open: number;
  gone: number;
}

export interface FunnelRow {
  page: string;
  /** People who came to this page or a later one. Routing may lead past a page; they count as having come further. */
  reached: number;
  open: number;
  gone: number;
}

export interface Funnel {
  started: number;
  completed: number;
  rows: FunnelRow[];
  /** Unfinished on pages this version of the instrument no longer has. */
  elsewhere: number;
  /** The page with the most unfinished questionnaires; undefined without any. */
  narrowest: { page: string; people: number; unfinished: number } | undefined;
}

/**
 * How far people come. Everybody who started has completed, is still at it, or has been forgotten: the numbers add up.
 * @param pages page codes in the instrument's order
 * @param completed questionnaires sent, withdrawn ones among them
 */
export function pageFunnel(pages: readonly string[], stops: readonly Stopped[], completed: number): Funnel {
  const at = new Map(stops.map((one) => [one.page, one]));
  const rows: FunnelRow[] = [];
  let reached = completed;
  for (const page of pages.toReversed()) {
    const { open = 0, gone = 0 } = at.get(page) ?? {};
    reached += open + gone;
    rows.unshift({ page, reached, open, gone });
  }
  const elsewhere = stops
    .filter((one) => !pages.includes(one.page))
    .reduce((sum, one) => sum + one.open + one.gone, 0);
  const people = (row: FunnelRow) => row.open + row.gone;
  const most = rows.reduce<FunnelRow | undefined>(
    (best, row) => (people(row) > (best ? people(best) : 0) ? row : best),
    undefined,
  );
  const started = reached + elsewhere;
  return {
    started,
    completed,
    rows,
    elsewhere,
    narrowest: most && {
      page: most.page,
      people: people(most),
      unfinished: started - completed,
    },
  };
}
