import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { respondentSearch } from "#app/instrument/instrument-choice.ts";
import { decideOnResponse } from "#db/queries/decisions.server.ts";
import { connection } from "../http/db.server.ts";
import { notFound } from "../http/errors.server.ts";
import { parseForm, readForm, refuse } from "../http/forms.server.ts";
import { responseDetail } from "../http/response-detail.server.ts";
import { requireMember } from "../http/session.server.ts";
import { exclusionForm } from "../http/studio.server.ts";
import { fill } from "../locales/language.ts";
import { useMessages } from "../ui/language.tsx";
import { DecisionSection } from "../ui/studio/decisions.tsx";
import { ResponseQuality } from "../ui/studio/quality/response-quality.tsx";
import { ResponseLead } from "../ui/studio/response-lead.tsx";
import { ResponseSheet } from "../ui/studio/response-sheet.tsx";
import { shortId } from "../ui/studio/response-table.tsx";
import { StudioPage } from "../ui/studio/studio-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const response = await responseDetail(study, params.id ?? "");
  if (!response) throw notFound();
  return { account: { name: account.name }, study: studyHead(study), response };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const parsed = parseForm(exclusionForm, await readForm(request));
  if (!parsed.ok) return refuse(parsed.refused);
  const { intent, reason } = parsed.data;
  const decision = {
    studyId: study.id,
    responseId: params.id ?? "",
    accountId: account.id,
    action: intent,
    reason,
    now: new Date().toISOString(),
  };
  const found = await connection().commit((trx) => decideOnResponse(trx, decision));
  if (!found) throw notFound();
  throw redirect(`/studio/${study.slug}/responses/${decision.responseId}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  studioTitle(matches, (messages) =>
    fill(messages.studio.response.title, { id: shortId(data?.response.id ?? "") }),
  );

export default function ResponsePage() {
  const { account, study, response } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { response: says } = useMessages().studio;
  return (
    <StudioPage
      account={account}
      study={study}
      room="responses"
      title={fill(says.title, { id: shortId(response.id) })}
      lead={<ResponseLead response={response} />}
    >
      <p className="studio-ways">
        <Link
          className="studio-back"
          to={`/studio/${study.slug}/responses${respondentSearch(response.choice)}`}
        >
          {says.back}
        </Link>
        <a className="studio-back" href="#counted">
          {says.toDecision}
        </a>
      </p>
      <ResponseQuality quality={response.quality} />
      <ResponseSheet pages={response.pages} />
      <DecisionSection
        excluded={response.excluded}
        history={response.history}
        timeZone={response.timeZone}
        refused={refused}
      />
    </StudioPage>
  );
}
