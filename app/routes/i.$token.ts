import type { LoaderFunctionArgs } from "@remix-run/node";
import { isToken, tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import { db } from "#app/http/db.server.ts";
import { seeOther } from "#app/http/documents.server.ts";
import { nowhere, refusal } from "#app/http/doors.server.ts";
import { kindly } from "#app/http/kindly.server.ts";
import { keepInvite } from "#app/http/visit.server.ts";
import { findInvitation } from "#db/queries/redeeming.server.ts";

/** A personal link. Opening it, as mail scanners and previews do too, changes nothing in the store. */
export const loader = kindly(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { token } = params;
  const found = isToken(token) ? await findInvitation(db(), tokenHash(token)) : undefined;
  if (!found || !isToken(token)) return nowhere("unknownInvitation", request, context);
  if (found.spentBy !== null) return refusal("spent", request);
  return seeOther(`/s/${found.slug}`, [keepInvite(found.slug, token)]);
});
