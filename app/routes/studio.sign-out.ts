import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "../http/session.server.ts";

/** A link or a preview signs nobody out. */
export const loader = () => redirect("/studio");

export async function action({ request }: ActionFunctionArgs) {
  throw redirect("/studio/sign-in", { headers: { "Set-Cookie": await endSession(request) } });
}
