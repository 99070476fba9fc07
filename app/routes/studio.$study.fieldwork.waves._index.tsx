import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { languageOf } from "../http/cookies.server.ts";
import { requireMember } from "../http/session.server.ts";
import { wavesRoom } from "../http/waves.server.ts";
import { useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { WaveSection } from "../ui/studio/waves/wave-section.tsx";
import { WavesLead } from "../ui/studio/waves/waves-lead.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const room = await wavesRoom(study, languageOf(request));
  return { account: { name: account.name }, study: studyHead(study), room };
}

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.waves.title);

export default function WavesPage() {
  const { account, study, room } = useLoaderData<typeof loader>();
  const { answersImport, waves } = useMessages();
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={waves.title}
      lead={<WavesLead waves={room.waves} timeZone={room.timeZone} />}
    >
      <p className="wave-actions">
        <Link className="button" to={`/studio/${study.slug}/fieldwork/waves/new`}>
          {waves.newWave}
        </Link>
        <Link className="button quiet" to={`/studio/${study.slug}/fieldwork/waves/import-answers`}>
          {answersImport.way}
        </Link>
      </p>
      {room.waves.map((wave) => (
        <WaveSection key={wave.number} study={study.slug} wave={wave} k={room.k} staffK={room.staffK} />
      ))}
    </FieldworkPage>
  );
}
