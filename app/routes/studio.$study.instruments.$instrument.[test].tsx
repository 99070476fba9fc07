import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";
import { readSandbox, readSandboxAsked } from "#app/http/sandbox.server.ts";
import { InstrumentPage } from "#app/ui/instrument/instrument-page.tsx";
import { InventForm } from "#app/ui/instrument/test/invent-form.tsx";
import { Invented } from "#app/ui/instrument/test/invented.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.test);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const asked = readSandboxAsked(new URL(request.url).searchParams);
  const { head } = room;
  if (!asked) return { head };
  if (Object.keys(asked.errors).length > 0) return data({ head, asked }, { status: 400 });
  const sandbox = readSandbox(room, Number(asked.count), Number(asked.seed));
  return { head, asked, sandbox: sandbox ?? ("blocked" as const) };
}

export default function TryOut() {
  const loaded = useLoaderData<typeof loader>();
  const { head } = loaded;
  const { sandbox: words } = useMessages();
  const here = `/studio/${head.study.slug}/instruments/${head.instrument.code}`;
  const sandbox = "sandbox" in loaded ? loaded.sandbox : undefined;
  return (
    <InstrumentPage head={head} tab="test" lead={<p>{words.lead}</p>}>
      <section className="studio-section" aria-labelledby="try-out">
        <h2 id="try-out">{words.tryOut.title}</h2>
        <p>{words.tryOut.body}</p>
        <p>
          <a className="button" href={`${here}/try`}>
            {words.tryOut.open}
          </a>
        </p>
      </section>
      <InventForm asked={"asked" in loaded ? loaded.asked : undefined} />
      {sandbox === "blocked" ? (
        <p className="studio-says wrong" role="status">
          {words.blocked} <Link to={`${here}/check`}>{words.toCheck}</Link>
        </p>
      ) : sandbox ? (
        <Invented sandbox={sandbox} />
      ) : null}
    </InstrumentPage>
  );
}
