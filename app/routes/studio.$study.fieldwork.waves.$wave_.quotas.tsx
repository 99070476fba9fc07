import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { changeQuota, quotasPage } from "../http/quotas-page.server.ts";
import { requireMember } from "../http/session.server.ts";
import { getWave } from "../http/waves.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { QuotaForm } from "../ui/studio/waves/quota-form.tsx";
import { QuotaTable } from "../ui/studio/waves/quota-table.tsx";
import { ToWave } from "../ui/studio/waves/to-wave.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const wave = await getWave(study, params.wave);
  return {
    account: { name: account.name },
    study: studyHead(study),
    wave: { number: wave.number, name: wave.name },
    changing: new URL(request.url).searchParams.get("quota"),
    ...(await quotasPage(study, wave)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const wave = await getWave(member.study, params.wave);
  const refused = await changeQuota(member, wave, await readForm(request));
  if (refused) return refuse(refused);
  throw redirect(`/studio/${member.study.slug}/fieldwork/waves/${wave.number}/quotas`, 303);
}

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.waves.quotas);

export default function QuotasPage() {
  const { account, study, wave, quotas, items, doors, staffK, changing } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const language = useLanguage();
  const { quotaPage } = useMessages().waves;
  const address = `/studio/${study.slug}/fieldwork/waves/${wave.number}/quotas`;
  const asked = refused?.values.id ?? changing;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={fill(quotaPage.title, { wave: wave.name[language] })}
      lead={<p>{quotaPage.lead}</p>}
    >
      {quotas.length > 0 ? (
        <QuotaTable quotas={quotas} staffK={staffK} address={address} />
      ) : (
        <p>{quotaPage.none}</p>
      )}
      <QuotaForm
        items={items}
        doors={doors}
        quota={quotas.find(({ id }) => id === asked)}
        refused={refused}
        address={address}
      />
      <ToWave study={study.slug} wave={wave} />
    </FieldworkPage>
  );
}
