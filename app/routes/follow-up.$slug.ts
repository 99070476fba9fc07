import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { rememberLanguage } from "#app/http/cookies.server.ts";
import { page, readForm, seeOther } from "#app/http/documents.server.ts";
import { followUpAt, keepOffer, showFollowUp } from "#app/http/follow-up.server.ts";
import { kindly } from "#app/http/kindly.server.ts";

/** Where a student offers to be interviewed: outside the survey's own address, so no cookie of it ever comes along. */
export const loader = kindly(async ({ request, params, context }: LoaderFunctionArgs) => {
  const place = await followUpAt(request, params.slug ?? "", context);
  if (place instanceof Response) return place;
  const done = new URL(request.url).searchParams.has("done");
  return page(showFollowUp(place, { done }), { cookies: [rememberLanguage(request)] });
});

export const action = kindly(async ({ request, params, context }: ActionFunctionArgs) => {
  const place = await followUpAt(request, params.slug ?? "", context);
  if (place instanceof Response) return place;
  const refused = await keepOffer(place, await readForm(request));
  return refused ? page(showFollowUp(place, refused), { status: 400 }) : seeOther(`${place.address}?done`);
});
