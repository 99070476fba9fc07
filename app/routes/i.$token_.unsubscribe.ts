import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isToken, tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import { addressHash } from "#app/http/address-hash.server.ts";
import { languageOf } from "#app/http/cookies.server.ts";
import { connection, db } from "#app/http/db.server.ts";
import { page, readForm } from "#app/http/documents.server.ts";
import { isLanguage } from "#app/locales/language.ts";
import { type UnsubscribeStep, unsubscribePage } from "#app/ui/student/unsubscribe.tsx";
import { findLinkedPerson, type LinkedPerson, optOut, undoOptOut } from "#db/queries/opt-outs.server.ts";

/** The way out of a study's mail. Opening it changes nothing: mail scanners open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await personOf(params.token);
  if (!person) return unknown(request);
  return show(request, person, stepOf(person, "ask"));
}

/** The button, and the mail program's own one-click (RFC 8058), which comes from nowhere in particular. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(params.token);
  if (!person) return unknown(request);
  const { email, study } = person;
  const undo = (await readForm(request)).get("go") === "undo";
  if (email === null) return show(request, person, stepOf(person, "ask"));
  const hash = addressHash(study.id, email);
  await connection().commit((trx) => (undo ? undoOptOut : optOut)(trx, person, hash));
  return show(request, person, undo ? "undone" : "done");
}

/**
 * Once addresses are erased the link knows none: what was decided before stands, and nothing can be decided any more.
 * Keeping a hash of every erased address would allow it, and would also tell of any address whether its link was used.
 */
const stepOf = ({ email, optedOut }: LinkedPerson, otherwise: UnsubscribeStep): UnsubscribeStep =>
  email === null ? (optedOut ? "stays" : "erased") : optedOut ? "done" : otherwise;

const personOf = async (token: string | undefined) =>
  isToken(token) ? findLinkedPerson(db(), tokenHash(token)) : undefined;

/** In the language of the letter, unless the reader asks for the other one. */
function show(request: Request, person: LinkedPerson, step: UnsubscribeStep): Response {
  const asked = new URL(request.url).searchParams.get("lang");
  const language = isLanguage(asked) ? asked : isLanguage(person.language) ? person.language : "zh-CN";
  const { title, synthetic, institution, contact } = person.study;
  return page(
    unsubscribePage({
      language,
      step,
      synthetic,
      title: title[language],
      institution: institution[language],
      contact,
    }),
  );
}

const unknown = (request: Request) =>
  page(unsubscribePage({ language: languageOf(request), step: "unknown", synthetic: false }), {
    status: 404,
  });
