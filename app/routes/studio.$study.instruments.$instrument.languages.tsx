import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "#app/http/forms.server.ts";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";
import { changeLanguages, languagesData } from "#app/http/translations.server.ts";
import { InstrumentPage } from "#app/ui/instrument/instrument-page.tsx";
import { LanguageList } from "#app/ui/instrument/languages/language-list.tsx";
import type { LanguagesRefused } from "#app/ui/instrument/languages/languages-data.ts";
import "#app/ui/instrument/languages/languages.css";
import { TranslationTable } from "#app/ui/instrument/languages/translation-table.tsx";
import { TranslatorsFiles } from "#app/ui/instrument/languages/translators-files.tsx";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { amount } from "#app/ui/studio/amount.ts";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.languages);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const asked = new URL(request.url).searchParams;
  const saved = /^\d{1,5}$/.exec(asked.get("saved") ?? "")?.[0];
  return {
    head: room.head,
    page: languagesData(room, asked),
    saved: saved === undefined ? undefined : Number(saved),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const form = await readForm(request);
  const done = await changeLanguages(room, form);
  if ("refused" in done) return data(done.refused, { status: done.refused.theirs ? 409 : 400 });
  const { pathname, searchParams } = new URL(request.url);
  if (form.get("intent") === "save") searchParams.set("saved", String(done.saved));
  else searchParams.delete("saved");
  return redirect(`${pathname}?${searchParams}`, 303);
}

export default function Languages() {
  const { head, page, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as LanguagesRefused | undefined;
  const language = useLanguage();
  const words = useMessages().translations;
  const here = `/studio/${head.study.slug}/instruments/${head.instrument.code}/languages`;
  return (
    <InstrumentPage head={head} tab="languages" lead={<p>{words.lead}</p>}>
      {saved === undefined || refused ? null : (
        <div className="studio-says" role="status">
          <p>{saved > 0 ? amount(language, words.table.saved, saved) : words.table.unchanged}</p>
        </div>
      )}
      <LanguageList data={page} refused={refused} />
      {page.table ? (
        <>
          <TranslatorsFiles here={here} data={page} table={page.table} />
          <TranslationTable data={page} table={page.table} refused={refused} />
        </>
      ) : null}
    </InstrumentPage>
  );
}
