import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { badRequest } from "#app/http/errors.server.ts";
import { readForm, refuse } from "#app/http/forms.server.ts";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";
import { deleteFromBank, insertFromBank, readBank, saveToBank } from "#app/http/question-bank.server.ts";
import { BankInsert } from "#app/ui/instrument/bank/bank-insert.tsx";
import { BankList } from "#app/ui/instrument/bank/bank-list.tsx";
import { BankSave } from "#app/ui/instrument/bank/bank-save.tsx";
import { InstrumentPage } from "#app/ui/instrument/instrument-page.tsx";
import "#app/ui/instrument/bank/bank.css";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { amount } from "#app/ui/studio/amount.ts";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.bank);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const { searchParams } = new URL(request.url);
  const page = await readBank(room, searchParams.get("block"));
  const inserted = searchParams.get("inserted");
  const done = searchParams.get("done");
  return { head: room.head, page, inserted: inserted === null ? undefined : Number(inserted) || 0, done };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const form = await readForm(request);
  const here = `/studio/${room.study.slug}/instruments/${room.instrument.code}/bank`;
  const intent = form.get("intent");
  if (intent === "insert") {
    const inserted = await insertFromBank(room, new URL(request.url).searchParams.get("block"), form);
    if (typeof inserted !== "number") return refuse(inserted);
    throw redirect(`${here}?inserted=${inserted}`, 303);
  }
  if (intent === "save") {
    const refused = await saveToBank(room, form);
    if (refused) return refuse(refused);
    throw redirect(`${here}?done=saved`, 303);
  }
  if (intent !== "remove") throw badRequest();
  await deleteFromBank(room, form);
  throw redirect(`${here}?done=removed`, 303);
}

export default function Bank() {
  const { head, page, inserted, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const language = useLanguage();
  const { bank } = useMessages();
  const says =
    inserted !== undefined
      ? amount(language, bank.inserted, inserted)
      : done === "saved"
        ? bank.save.done
        : done === "removed"
          ? bank.save.removed
          : undefined;
  return (
    <InstrumentPage head={head} tab="bank" lead={<p>{bank.lead}</p>}>
      {says ? (
        <div className="studio-says" role="status">
          <p>
            {says}{" "}
            {inserted ? (
              <Link to={`/studio/${head.study.slug}/instruments/${head.instrument.code}`}>{bank.see}</Link>
            ) : null}
          </p>
        </div>
      ) : null}
      {page.chosen ? (
        <BankInsert chosen={page.chosen} pages={page.pages} refused={refused} />
      ) : (
        <>
          <BankList page={page} />
          <BankSave parts={page.parts} refused={refused} />
        </>
      )}
    </InstrumentPage>
  );
}
