import type { LoaderFunctionArgs } from "@remix-run/node";
import { csv } from "#app/exports/csv.ts";
import { doorTable } from "#app/exports/door-table.ts";
import { listStudyDoors } from "#db/queries/study-doors.server.ts";
import { attachment } from "../http/attachment.server.ts";
import { languageOf } from "../http/cookies.server.ts";
import { db } from "../http/db.server.ts";
import { doorUrl } from "../http/overview.server.ts";
import { requireMember } from "../http/session.server.ts";
import { getWave } from "../http/waves.server.ts";

/** The links of a wave's doors as CSV, to hand each to its class. Nothing in it is about answers. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { study } = await requireMember(request, params.study, "researcher");
  const wave = await getWave(study, params.wave);
  const doors = await listStudyDoors(db(), study.id, { waveId: wave.id });
  const { head, rows } = doorTable(
    doors.map((door) => ({ ...door, url: doorUrl(door.slug) })),
    languageOf(request),
  );
  const name = `${study.slug}-links-${wave.number}.csv`;
  return new Response(csv.start(head) + rows.map((row) => csv.row(row)).join(""), {
    headers: {
      "Content-Type": csv.mediaType,
      "Content-Disposition": attachment(name, name),
      "Cache-Control": "no-store",
    },
  });
}
