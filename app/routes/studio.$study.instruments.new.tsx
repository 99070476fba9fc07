import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, refuse } from "../http/forms.server.ts";
import { makeInstrument, startingPoints } from "../http/instrument-list.server.ts";
import { requireMember } from "../http/session.server.ts";
import { NewInstrumentForm } from "../ui/instrument/list/new-instrument-form.tsx";
import "../ui/instrument/list/list.css";
import { useMessages } from "../ui/language.tsx";
import { StudioPage } from "../ui/studio/studio-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  return { account: { name: account.name }, study: studyHead(study), ...(await startingPoints(study)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const outcome = await makeInstrument(member, await readForm(request));
  if ("errors" in outcome) return refuse(outcome);
  throw redirect(`/studio/${member.study.slug}/instruments/${outcome.code}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.make.title);

export default function NewInstrumentPage() {
  const { account, study, templates, copies } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { make } = useMessages().instruments;
  return (
    <StudioPage
      account={account}
      study={study}
      room="instruments"
      title={make.title}
      lead={<p>{make.lead}</p>}
    >
      <NewInstrumentForm study={study.slug} templates={templates} copies={copies} refused={refused} />
    </StudioPage>
  );
}
