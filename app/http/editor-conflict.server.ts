import type { Definition } from "#app/instrument/definition.ts";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import { fieldDifferences } from "#app/instrument/field-differences.ts";
import { contentAt, wholeAt } from "#app/instrument/standing.ts";
import type { Conflict } from "#app/ui/instrument/editor/editor-data.ts";
import { listDraftChanges } from "#db/queries/instrument-drafts.server.ts";
import { db } from "./db.server.ts";
import type { EditedRoom } from "./editor.server.ts";
import type { Ask } from "./editor-ask.server.ts";

type State = EditedRoom["draft"];

/** Says what stands between a change and the newest state. */
export async function conflictOver(
  { instrument }: Pick<EditedRoom, "instrument">,
  ask: Ask,
  before: State,
  latest: State,
  mine?: { definition: Definition; place: DraftPlace },
): Promise<Conflict> {
  const place = "place" in ask ? ask.place : undefined;
  const since = await listDraftChanges(db(), instrument.id, {
    limit: Math.min(200, latest.number - before.number),
  });
  const theirs = since.find(({ change }) => place && change.place === place) ?? since[0];
  const isGone = place !== undefined && wholeAt(latest.definition, place) === undefined;
  return {
    intent: ask.intent,
    ...{ place, isGone, latest: latest.number },
    ...{ by: theirs?.by ?? "", savedAt: theirs?.savedAt ?? "" },
    fields:
      mine && place && !isGone
        ? fieldDifferences(contentAt(latest.definition, place), contentAt(mine.definition, mine.place))
        : [],
    ...(isGone ? { definition: before.definition } : {}),
  };
}
