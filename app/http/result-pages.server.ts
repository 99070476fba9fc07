import { crossExhibits } from "#app/ui/results/cross-exhibits.ts";
import type { Exhibit } from "#app/ui/results/exhibit.ts";
import type { Reader } from "#app/ui/results/figures.ts";
import { groupsExhibits } from "#app/ui/results/groups-exhibits.ts";
import { mirrorsExhibits } from "#app/ui/results/mirrors-exhibits.ts";
import { modesExhibits } from "#app/ui/results/modes-exhibits.ts";
import { overviewExhibits } from "#app/ui/results/overview-exhibits.ts";
import type { ResultsTab } from "#app/ui/results/results-tabs.ts";
import { scalesExhibits } from "#app/ui/results/scales-exhibits.ts";
import { trendExhibits } from "#app/ui/results/trend-exhibits.ts";
import { weightsExhibits } from "#app/ui/results/weights-exhibits.ts";
import { readCross } from "./results-cross.server.ts";
import { readGroups } from "./results-groups.server.ts";
import { readMirrors } from "./results-mirrors.server.ts";
import { readModes } from "./results-modes.server.ts";
import { readOverview } from "./results-overview.server.ts";
import type { ResultsRoom } from "./results-room.server.ts";
import { readScales } from "./results-scales.server.ts";
import { readTrend } from "./results-trend.server.ts";
import { readWeights } from "./results-weights.server.ts";

/** How one page of the results room comes about: what it reads, and what it shows of that. */
export interface ResultPage<Data> {
  read(room: ResultsRoom): Promise<Data>;
  /** The same function that the page itself shows; none where the selection may not be shown. */
  exhibits(data: Data, reader: Reader): Exhibit[];
}

const page = <Data>(one: ResultPage<Data>) => ({
  /** The page's evidence as its files hold it. */
  exhibits: async (room: ResultsRoom, reader: Reader) => one.exhibits(await one.read(room), reader),
});

/** REGISTRY: the pages that files can be downloaded from. One line each. */
export const resultPages: Partial<Record<ResultsTab, ReturnType<typeof page>>> = {
  overview: page({ read: readOverview, exhibits: overviewExhibits }),
  scales: page({ read: readScales, exhibits: scalesExhibits }),
  groups: page({ read: readGroups, exhibits: groupsExhibits }),
  modes: page({ read: readModes, exhibits: modesExhibits }),
  cross: page({ read: readCross, exhibits: crossExhibits }),
  trend: page({ read: readTrend, exhibits: trendExhibits }),
  mirrors: page({ read: readMirrors, exhibits: mirrorsExhibits }),
  weights: page({ read: readWeights, exhibits: weightsExhibits }),
};
