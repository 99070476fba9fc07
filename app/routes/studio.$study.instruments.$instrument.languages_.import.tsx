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
import { languageNames } from "#app/http/translations.server.ts";
import {
  applyTranslation,
  previewTranslation,
  type TranslationAnswer,
} from "#app/http/translations-files.server.ts";
import { Unreadable } from "#app/interchange/report.ts";
import { fill } from "#app/locales/language.ts";
import "#app/ui/instrument/import/exchange.css";
import { InstrumentPage } from "#app/ui/instrument/instrument-page.tsx";
import "#app/ui/instrument/languages/languages.css";
import { TranslationReport, TranslationUpload } from "#app/ui/instrument/languages/translation-import.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.translations.import.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { head, draft } = await instrumentRoom(request, params);
  const [, ...targets] = draft.definition.languages;
  const wanted = new URL(request.url).searchParams.get("to");
  const names = languageNames(draft.definition.languages);
  return { head, targets, names, chosen: targets.find((one) => one === wanted) ?? targets[0] ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const form = await readForm(request);
  const answer = (said: TranslationAnswer, status: number) => data(said, { status });
  try {
    if (form.get("intent") !== "apply") {
      const read = await previewTranslation(room, form);
      return answer(read, "shown" in read ? 200 : 400);
    }
    const done = await applyTranslation(room, form);
    if ("shown" in done) return answer(done, 409);
    const all = `/studio/${room.study.slug}/instruments/${room.instrument.code}/languages`;
    return redirect(`${all}?to=${done.target}&saved=${done.saved}`, 303);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return answer({ refused: error.reason }, 400);
  }
}

export default function ImportTranslation() {
  const { head, targets, names, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as TranslationAnswer | undefined;
  const messages = useMessages();
  const words = messages.translations.import;
  const here = `/studio/${head.study.slug}/instruments/${head.instrument.code}/languages`;
  const errorOf = (said: TranslationAnswer): string | undefined => {
    if ("notHere" in said) return fill(words.notHere, { language: said.notHere || "?" });
    if ("sameLanguage" in said) return words.sameLanguage;
    if (!("refused" in said)) return undefined;
    const { refused } = messages.interchange;
    return fill(words.refused, { reason: refused[said.refused as keyof typeof refused] });
  };
  return (
    <InstrumentPage head={head} tab="languages" lead={<p>{words.lead}</p>}>
      {answer && "shown" in answer ? (
        <TranslationReport again={`${here}/import?to=${chosen}`} shown={answer.shown} names={names} />
      ) : (
        <TranslationUpload
          back={here}
          languages={targets}
          names={names}
          chosen={chosen}
          error={answer && errorOf(answer)}
        />
      )}
    </InstrumentPage>
  );
}
