import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "../http/attachment.server.ts";
import { badRequest, notFound } from "../http/errors.server.ts";
import { drawPosters, posterOf, readPosterQuery } from "../http/poster.server.ts";
import { requireMember } from "../http/session.server.ts";
import { getStudyDoor } from "../http/waves.server.ts";

/** A door to print or project: `?format=pdf|png&language=zh-CN|en|both`. Lists have none: their links are personal. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { study } = await requireMember(request, params.study, "researcher");
  const { door, wave } = await getStudyDoor(study, params.door);
  if (door.kind === "list") throw notFound();
  const query = readPosterQuery(new URL(request.url).searchParams);
  if (!query) throw badRequest();
  const bytes = await drawPosters([await posterOf(study, door, wave, query)]);
  const plain = `${study.slug}-${door.slug}-${query.language}.${query.format}`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": query.format === "pdf" ? "application/pdf" : "image/png",
      "Content-Disposition": attachment(`${door.name["zh-CN"]}-${plain}`, plain),
    },
  });
}
