import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { countResponsesByStudy } from "#db/queries/fieldwork.server.ts";
import { listMemberStudies } from "#db/queries/studies.server.ts";
import { db } from "../http/db.server.ts";
import { requireAccount } from "../http/session.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { amount } from "../ui/studio/amount.ts";
import { StudioFrame } from "../ui/studio/studio-frame.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { StudyList } from "../ui/studio/study-list.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const account = await requireAccount(request);
  const studies = await listMemberStudies(db(), account.id);
  const counts = await countResponsesByStudy(db(), account.id);
  return {
    account: { name: account.name, email: account.email },
    studies: studies.map((study) => ({ ...studyHead(study), answers: counts.get(study.id) ?? 0 })),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.studio.studyList.title);

export default function StudiesPage() {
  const { account, studies } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { certificates, newStudy, studio } = useMessages();
  const { studyList } = studio;
  return (
    <StudioFrame
      account={account}
      title={studyList.title}
      lead={
        <p>{studies.length === 0 ? studyList.empty : amount(language, studyList.lead, studies.length)}</p>
      }
    >
      <p className="wave-actions">
        <Link className="button" to="/studio/new">
          {newStudy.link}
        </Link>
      </p>
      <StudyList studies={studies} email={account.email} />
      <p>
        <Link className="studio-back" to="/studio/certificates">
          {certificates.title}
        </Link>
      </p>
    </StudioFrame>
  );
}
