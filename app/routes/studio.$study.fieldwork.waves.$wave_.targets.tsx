import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { changeTarget, targetsPage } from "../http/targets-page.server.ts";
import { getWave } from "../http/waves.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { TargetsBody } from "../ui/studio/waves/targets-body.tsx";
import { ToWave } from "../ui/studio/waves/to-wave.tsx";

const chosenIn = (request: Request) => new URL(request.url).searchParams.get("variable");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const wave = await getWave(study, params.wave);
  return {
    account: { name: account.name },
    study: studyHead(study),
    wave: { number: wave.number, name: wave.name },
    targets: await targetsPage(study, wave, chosenIn(request)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const wave = await getWave(member.study, params.wave);
  const refused = await changeTarget(member, wave, chosenIn(request), await readForm(request));
  if (refused) return refuse(refused);
  throw redirect(`/studio/${member.study.slug}/fieldwork/waves/${wave.number}/targets`, 303);
}

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.waves.targets);

export default function TargetsPage() {
  const { account, study, wave, targets } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const language = useLanguage();
  const { targetPage } = useMessages().waves;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={fill(targetPage.title, { wave: wave.name[language] })}
      lead={<p>{targetPage.lead}</p>}
    >
      <TargetsBody
        targets={targets}
        refused={refused}
        address={`/studio/${study.slug}/fieldwork/waves/${wave.number}/targets`}
      />
      <ToWave study={study.slug} wave={wave} />
    </FieldworkPage>
  );
}
