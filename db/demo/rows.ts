import type { Insertable } from "kysely";
import type { CollectorTable } from "../schema.ts";
import type { DemoDoor } from "./colleges.ts";
import { demoStudy } from "./study.ts";

/** A door of the demo as it is stored. */
export const doorRow = (
  id: string,
  wave_id: string,
  door: Pick<DemoDoor, "slug" | "name" | "kind" | "cohort" | "expected">,
): Insertable<CollectorTable> => ({
  id,
  wave_id,
  slug: door.slug,
  name: JSON.stringify(door.name),
  cohort: JSON.stringify(door.cohort),
  expected_size: door.expected,
  max_responses: null,
  kind: door.kind,
  addresses_until: null,
});

/** The calendar day in the study's time zone. */
export const dayOf = (moment: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: demoStudy.timeZone }).format(moment);
