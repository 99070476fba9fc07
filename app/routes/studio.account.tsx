import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeOwnPassword } from "../http/change-password.server.ts";
import { parseForm, readForm } from "../http/forms.server.ts";
import { requireAccount, sessionHash } from "../http/session.server.ts";
import { passwordForm } from "../http/studio.server.ts";
import { fill } from "../locales/language.ts";
import { useMessages } from "../ui/language.tsx";
import { PasswordForm } from "../ui/studio/password-form.tsx";
import { StudioFrame } from "../ui/studio/studio-frame.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, email } = await requireAccount(request);
  return { account: { name, email } };
}

export async function action({ request }: ActionFunctionArgs) {
  const account = await requireAccount(request);
  const parsed = parseForm(passwordForm, await readForm(request));
  if (!parsed.ok) return data({ ...parsed.refused, waitSeconds: 0, done: false }, 400);
  const { password, newPassword } = parsed.data;
  const waitSeconds = await changeOwnPassword(account, password, newPassword, sessionHash(request));
  if (waitSeconds === undefined) return data({ errors: {}, waitSeconds: 0, done: true });
  const errors: Record<string, string> = { password: "passwordWrong" };
  return data({ errors, waitSeconds, done: false }, 400);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.studio.passwordPage.title);

export default function AccountPage() {
  const { account } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { passwordPage } = useMessages().studio;
  return (
    <StudioFrame
      account={account}
      title={passwordPage.title}
      lead={<p>{fill(passwordPage.lead, { email: account.email })}</p>}
    >
      <section className="studio-section">
        <h2>{passwordPage.heading}</h2>
        <PasswordForm outcome={outcome} />
      </section>
    </StudioFrame>
  );
}
