import type { Definition } from "#app/instrument/definition.ts";
import type { InstrumentHead } from "#app/ui/instrument/instrument-head.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";
import { type DraftState, findDraftState } from "#db/queries/instrument-drafts.server.ts";
import {
  findInstrument,
  findNewestVersion,
  type InstrumentVersion,
  type StudyInstrument,
} from "#db/queries/instruments.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import { requireMember, type SignedIn } from "./session.server.ts";

/** What every page about one instrument starts from. */
export interface InstrumentRoom {
  head: InstrumentHead;
  account: SignedIn;
  study: MemberStudy;
  instrument: StudyInstrument;
  /** The draft as it stands: its last state or, before anybody changed anything, the newest version as state 0. */
  draft: Pick<DraftState, "number" | "definition">;
  /** The newest frozen version; undefined before the first was published. */
  version: InstrumentVersion | undefined;
}

/** Who asks, for which instrument. Researchers only. @throws as `requireMember`; 404 where the study has no such one */
export async function instrumentRoom(
  request: Request,
  params: { study?: string | undefined; instrument?: string | undefined },
): Promise<InstrumentRoom> {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const instrument = await findInstrument(db(), study.id, params.instrument ?? "");
  if (!instrument) throw notFound();
  const [state, version] = await Promise.all([
    findDraftState(db(), instrument.id),
    findNewestVersion(db(), instrument.id),
  ]);
  const draft = state ?? (version && { number: 0, definition: version.definition });
  if (!draft) throw notFound();
  const { definition } = draft;
  return {
    head: {
      study: studyHead(study),
      account: { name: account.name },
      instrument: {
        code: instrument.code,
        title: titleOf(definition, instrument.code),
        languages: definition.languages,
      },
      draft: draft.number,
      version: version?.number,
    },
    ...{ account, study, instrument, draft, version },
  };
}

/** A title in both languages of the product, whichever the instrument has; its code while it has none. */
export const titleOf = ({ title, languages }: Definition, code: string) => {
  const main = languages.map((one) => title[one]).find(Boolean) ?? code;
  return { "zh-CN": title["zh-CN"] || main, en: title.en || main };
};
