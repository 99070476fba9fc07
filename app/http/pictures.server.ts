import { createHash } from "node:crypto";
import { findPicture, findPictureSize, storePicture } from "#db/queries/pictures.server.ts";
import { connection, db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import { drawPicture, mostPictureBytes, type PictureProblem } from "./picture-drawing.server.ts";

/** In the form: what was wrong with the picture it brought. */
const problemField = "picture.problem";
const isName = (name: string) => /^[0-9a-f]{64}$/.test(name);

/**
 * Stores the picture a form brings (a file in its field `picture`) and puts its name and size into the form's fields, for
 * `readProperties`. A form without one, or with one that cannot be taken, is left as it is but for what was wrong with it.
 */
export async function keepPicture(studyId: string, form: FormData): Promise<void> {
  const file = form.get("picture");
  form.delete("picture");
  form.delete(problemField);
  if (!(file instanceof File) || file.size === 0) return keepSize(studyId, form);
  const wrong = (problem: PictureProblem) => form.set(problemField, problem);
  if (file.size > mostPictureBytes) return wrong("picture-large");
  const drawn = await drawPicture(new Uint8Array(await file.arrayBuffer()));
  if ("problem" in drawn) return wrong(drawn.problem);
  const { width, height, mediaType } = drawn.picture;
  const bytes = Buffer.from(drawn.picture.bytes);
  const name = createHash("sha256").update(bytes).digest("hex");
  await connection().commit((trx) =>
    storePicture(trx, { study_id: studyId, name, width, height, media_type: mediaType, bytes }),
  );
  form.set("file", name);
  form.set("width", String(width));
  form.set("height", String(height));
}

/** A picture is as large as it is, whatever a form says. */
async function keepSize(studyId: string, form: FormData): Promise<void> {
  const name = form.get("file");
  const known = typeof name === "string" && isName(name) && (await findPictureSize(db(), studyId, name));
  if (!known) return;
  form.set("width", String(known.width));
  form.set("height", String(known.height));
}

/** One stored picture. Its name says its bytes, so whoever has it may keep it. @throws 404 for any other name */
export async function servePicture(name: string): Promise<Response> {
  const picture = isName(name) ? await findPicture(db(), name) : undefined;
  if (!picture) throw notFound();
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      "Content-Type": picture.media_type,
      "Content-Disposition": "inline",
      "Cache-Control": "public, max-age=31536000, immutable",
      // Opened on its own, it may run nothing and load nothing.
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
