import type { LoaderFunctionArgs } from "@remix-run/node";
import { findStudyDoor } from "#db/queries/fieldwork.server.ts";
import { db } from "../http/db.server.ts";
import { badRequest, notFound } from "../http/errors.server.ts";
import { doorUrl } from "../http/overview.server.ts";
import { qrPng, qrSvg } from "../http/qr.server.ts";
import { requireMember } from "../http/session.server.ts";

/** The QR code of one link: `?door=<slug>&format=svg|png`, with `&download` as a file to keep. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { study } = await requireMember(request, params.study);
  const query = new URL(request.url).searchParams;
  const format = query.get("format") ?? "svg";
  if (format !== "svg" && format !== "png") throw badRequest();
  const door = await findStudyDoor(db(), study.id, query.get("door") ?? "");
  if (!door) throw notFound();
  const url = doorUrl(door.slug);
  const body = format === "svg" ? qrSvg(url) : new Uint8Array(qrPng(url));
  const kept = query.has("download") ? "attachment" : "inline";
  return new Response(body, {
    headers: {
      "Content-Type": format === "svg" ? "image/svg+xml; charset=utf-8" : "image/png",
      "Content-Disposition": `${kept}; filename="${door.slug}-qr.${format}"`,
    },
  });
}
