import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { respondentSearch } from "#app/instrument/instrument-choice.ts";
import { boardPage } from "../http/board.server.ts";
import { requireMember } from "../http/session.server.ts";
import { useMessages } from "../ui/language.tsx";
import { BoardBody } from "../ui/studio/board/board-body.tsx";
import { BoardLead } from "../ui/studio/board/board-lead.tsx";
import { useLive } from "../ui/studio/board/use-live.ts";
import { WaveChoice } from "../ui/studio/board/wave-choice.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study);
  return {
    account: { name: account.name },
    study: studyHead(study),
    staffK: study.staffK,
    page: await boardPage(study, new URL(request.url).searchParams),
  };
}

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.board.title);

export default function FieldworkBoardPage() {
  const { account, study, staffK, page } = useLoaderData<typeof loader>();
  const { board } = useMessages();
  const { stale } = useLive();
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="board"
      title={board.title}
      choice={page.choice}
      lead={<BoardLead page={page} study={study} />}
    >
      <WaveChoice
        page={page}
        file={`/studio/${study.slug}/fieldwork/board.csv?wave=${page.chosen}${respondentSearch(page.choice).replace("?", "&")}`}
        stale={stale}
      />
      <BoardBody page={page} study={study} staffK={staffK} />
    </FieldworkPage>
  );
}
