import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readGroups } from "#app/http/results-groups.server.ts";
import { resultsRoom } from "#app/http/results-room.server.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { GroupsBody } from "#app/ui/results/groups-body.tsx";
import { GroupsForm, HiddenFields } from "#app/ui/results/groups-form.tsx";
import { groupsLead } from "#app/ui/results/groups-words.ts";
import { ModeCaution } from "#app/ui/results/mode-caution.tsx";
import { readerOf } from "#app/ui/results/reader.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsPage } from "#app/ui/results/results-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.groups.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await resultsRoom(request, params.study);
  const { head } = room;
  if (!room.columns) return { head };
  if (head.refused) return data({ head }, { status: 400 });
  const page = await readGroups(room);
  const everybody = Object.keys(head.asked.first).length === 0 && !head.asked.withoutSuspects;
  const withheld = page?.shown.withheld;
  if (withheld && withheld !== "too-many" && everybody)
    return { head: { ...head, empty: "nobody" as const } };
  const theme = room.search.get("theme") ?? "";
  const more = { by: page?.shown.variable.code ?? "", theme };
  return { head: { ...head, asked: { ...head.asked, more } }, page };
}

export default function CompareGroups() {
  const { head, ...loaded } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const page = "page" in loaded ? loaded.page : undefined;
  const reader = readerOf(head, messages, language);
  const { asked, variables, refused, k } = head;
  const withheld = page?.shown.withheld;
  const why = refused ?? (withheld && withheld !== "too-many" ? withheld : undefined);
  const by = page?.shown.variable.code ?? "";
  return (
    <ResultsPage head={head} tab="groups" lead={page && !why ? <p>{groupsLead(page, reader)}</p> : null}>
      {page ? <GroupsForm by={by} asked={asked} variables={variables} /> : null}
      <FilterForm asked={asked} variables={variables} refused={refused !== undefined}>
        <HiddenFields more={asked.more} />
      </FilterForm>
      {why ? <Refused why={why} k={k} /> : null}
      {page && !why ? (
        <>
          <ModeCaution asked={asked} variables={variables} by={by} />
          <GroupsBody data={page} asked={asked} reader={reader} />
        </>
      ) : null}
    </ResultsPage>
  );
}
