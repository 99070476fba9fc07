import type { LoaderFunctionArgs } from "@remix-run/node";
import { listStudyDoors } from "#db/queries/study-doors.server.ts";
import { attachment } from "../http/attachment.server.ts";
import { db } from "../http/db.server.ts";
import { badRequest, notFound } from "../http/errors.server.ts";
import { drawPosters, posterOf, postersAtOnce, readPosterQuery } from "../http/poster.server.ts";
import { requireMember } from "../http/session.server.ts";
import { getWave } from "../http/waves.server.ts";

/** The posters of a wave's class codes to print in one go: `?format=pdf&language=zh-CN|en|both&part=1`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { study } = await requireMember(request, params.study, "researcher");
  const wave = await getWave(study, params.wave);
  const { part = "1", ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const query = readPosterQuery(new URLSearchParams(asked));
  if (query?.format !== "pdf" || !/^[1-9]\d{0,3}$/.test(part)) throw badRequest();
  const classes = (await listStudyDoors(db(), study.id, { waveId: wave.id })).filter(
    ({ kind, closed }) => kind === "class" && !closed,
  );
  const doors = classes.slice((Number(part) - 1) * postersAtOnce, Number(part) * postersAtOnce);
  const [first, ...others] = await Promise.all(doors.map((door) => posterOf(study, door, wave, query)));
  if (!first) throw notFound();
  const name = `${study.slug}-posters-${wave.number}-${part}-${query.language}.pdf`;
  return new Response(new Uint8Array(await drawPosters([first, ...others])), {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": attachment(name, name) },
  });
}
