import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { languageOf } from "../http/cookies.server.ts";
import { instrumentList } from "../http/instrument-list.server.ts";
import { requireMember } from "../http/session.server.ts";
import { inInstrumentOrder } from "../ui/instrument/list/instrument-order.ts";
import { InstrumentTable } from "../ui/instrument/list/instrument-table.tsx";
import "../ui/instrument/list/list.css";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { amount } from "../ui/studio/amount.ts";
import { StudioPage } from "../ui/studio/studio-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const lines = inInstrumentOrder(await instrumentList(study), languageOf(request));
  return { account: { name: account.name }, study: studyHead(study), lines };
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.list.title);

export default function InstrumentsPage() {
  const { account, study, lines } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { list } = useMessages().instruments;
  return (
    <StudioPage
      account={account}
      study={study}
      room="instruments"
      title={list.title}
      lead={<p>{lines.length === 0 ? list.none : amount(language, list.lead, lines.length)}</p>}
    >
      <p className="wave-actions">
        <Link className="button" to={`/studio/${study.slug}/instruments/new`}>
          {list.create}
        </Link>
        <Link className="button quiet" to={`/studio/${study.slug}/instruments/import`}>
          {list.importFile}
        </Link>
      </p>
      {lines.length > 0 ? <InstrumentTable study={study.slug} lines={lines} /> : null}
    </StudioPage>
  );
}
