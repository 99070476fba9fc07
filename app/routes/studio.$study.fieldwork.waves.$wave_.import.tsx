import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readClassList } from "#app/fieldwork/class-list.ts";
import { publicPolicy } from "#app/results/policy.ts";
import { checkClassList, classListText, createClassDoors } from "../http/class-import.server.ts";
import { notFound } from "../http/errors.server.ts";
import { readForm } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { getWave } from "../http/waves.server.ts";
import { useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { ClassImport } from "../ui/studio/waves/class-import.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const { number } = await getWave(study, params.wave);
  return { account: { name: account.name }, study: studyHead(study), number, k: publicPolicy.k };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const { study } = member;
  const wave = await getWave(study, params.wave);
  const form = await readForm(request);
  const text = await classListText(form);
  if (form.get("go") === "create") {
    const made = await createClassDoors(member, wave, readClassList(text));
    if (made === undefined) throw notFound();
    throw redirect(`/studio/${study.slug}/fieldwork/waves/${wave.number}?made=${made}`, 303);
  }
  const checked = await checkClassList(study.id, wave, text);
  return data(checked, { status: checked.ready > 0 ? 200 : 400 });
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.waves.classList.title);

export default function ClassImportPage() {
  const { account, study, number, k } = useLoaderData<typeof loader>();
  const checked = useActionData<typeof action>();
  const { classList } = useMessages().waves;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={classList.title}
      lead={<p>{classList.lead}</p>}
    >
      <ClassImport checked={checked} k={k} back={`/studio/${study.slug}/fieldwork/waves/${number}`} />
    </FieldworkPage>
  );
}
