import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, refuse } from "../http/forms.server.ts";
import { aboutDefaults, aboutSearch, aboutValues, readAbout, zones } from "../http/new-study-about.server.ts";
import { requireAccount } from "../http/session.server.ts";
import { useMessages } from "../ui/language.tsx";
import { AboutForm } from "../ui/studio/new-study/about-form.tsx";
import { StepPage } from "../ui/studio/new-study/step-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";

/** The first step. What it says travels in the address of the next ones: nothing is stored before the last. */
export async function loader({ request }: LoaderFunctionArgs) {
  const account = await requireAccount(request);
  const values = { ...aboutDefaults(), ...aboutValues(new URL(request.url).searchParams) };
  return { account: { name: account.name }, values, zones: zones() };
}

export async function action({ request }: ActionFunctionArgs) {
  await requireAccount(request);
  const values = aboutValues(await readForm(request));
  const read = readAbout(values);
  if ("errors" in read) return refuse({ values, errors: read.errors });
  throw redirect(`/studio/new/instrument?${aboutSearch(values)}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.newStudy.title);

export default function NewStudyPage() {
  const { account, values, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { newStudy } = useMessages();
  return (
    <StepPage account={account} step="about" lead={<p>{newStudy.lead}</p>}>
      <AboutForm values={refused?.values ?? values} errors={refused?.errors ?? {}} zones={zones} />
    </StepPage>
  );
}
