import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "../http/forms.server.ts";
import { localTarget } from "../http/local-target.ts";
import { endSession, findAccount } from "../http/session.server.ts";
import { signIn } from "../http/sign-in.server.ts";
import { signInForm } from "../http/studio.server.ts";
import { useMessages } from "../ui/language.tsx";
import { SignInForm } from "../ui/studio/sign-in-form.tsx";
import { StudioDoor } from "../ui/studio/studio-door.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const to = localTarget(new URL(request.url).searchParams.get("to"));
  if (await findAccount(request)) throw redirect(to);
  return { to };
}

export async function action({ request }: ActionFunctionArgs) {
  const parsed = parseForm(signInForm, await readForm(request));
  if (!parsed.ok) return data({ ...parsed.refused, waitSeconds: 0, problem: undefined }, 400);
  const { email, password } = parsed.data;
  const result = await signIn(email, password);
  if ("problem" in result) {
    const locked = result.problem === "locked";
    const headers: HeadersInit = locked ? { "Retry-After": String(result.waitSeconds) } : {};
    return data({ ...result, values: { email }, errors: {} }, { status: locked ? 429 : 400, headers });
  }
  // Whoever sat here before does not stay signed in under another cookie.
  await endSession(request);
  const to = localTarget(new URL(request.url).searchParams.get("to"));
  throw redirect(to, { headers: { "Set-Cookie": result.cookie } });
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.studio.signIn.title);

export default function SignInPage() {
  const { to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { studio } = useMessages();
  return (
    <StudioDoor title={studio.signIn.title}>
      <SignInForm to={to} refused={refused} />
      <p className="studio-hint">{studio.signIn.forgotten}</p>
    </StudioDoor>
  );
}
