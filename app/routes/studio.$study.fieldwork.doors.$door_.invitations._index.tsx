import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm, refuse } from "#app/http/forms.server.ts";
import { peopleForm, peopleQuery, queryOf } from "#app/http/mail-forms.server.ts";
import { changeList, getList, peoplePage } from "#app/http/mail-list.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { FieldworkPage } from "#app/ui/studio/fieldwork-page.tsx";
import { EraseSection } from "#app/ui/studio/mail/erase.tsx";
import { ListLead, ListStates, ListWays } from "#app/ui/studio/mail/list-head.tsx";
import { PeopleSection } from "#app/ui/studio/mail/people.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const list = await getList(study, params.door);
  const query = peopleQuery.parse(queryOf(request));
  const { done, added, left } = query;
  const page = await peoplePage(list, query);
  return {
    account: { name: account.name },
    study: studyHead(study),
    list: page,
    said: { done, added, left },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const list = await getList(study, params.door);
  const parsed = parseForm(peopleForm, await readForm(request));
  if (!parsed.ok) return refuse(parsed.refused);
  const changed = await changeList({ study, account }, list, parsed.data);
  if ("problem" in changed) return refuse({ values: {}, errors: { [changed.field]: changed.problem } });
  throw redirect(`/studio/${study.slug}/fieldwork/doors/${list.slug}/invitations?done=${changed.done}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  studioTitle(matches, (messages) => fill(messages.mail.people.title, { name: data?.list.slug ?? "" }));

export default function InvitationsPage() {
  const { account, study, list, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const language = useLanguage();
  const { people } = useMessages().mail;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={fill(people.title, { name: list.name[language] })}
      lead={<ListLead list={list} said={said} />}
    >
      <ListWays study={study.slug} list={list} />
      {list.total > 0 ? <ListStates list={list} /> : null}
      {list.addresses > 0 ? <PeopleSection study={study.slug} list={list} /> : null}
      {list.addresses > 0 ? <EraseSection list={list} errors={refused?.errors} /> : null}
    </FieldworkPage>
  );
}
