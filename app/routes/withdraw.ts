import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { dayIn } from "#app/fieldwork/door.ts";
import { codeHash, readCode } from "#app/fieldwork/phone-secret.server.ts";
import { languageOf } from "#app/http/cookies.server.ts";
import { connection, db } from "#app/http/db.server.ts";
import { page, readForm } from "#app/http/documents.server.ts";
import { formatDay, type Text } from "#app/locales/language.ts";
import { withdrawPage } from "#app/ui/student/withdraw.tsx";
import { findWithdrawable, withdrawResponse } from "#db/queries/responses.server.ts";

/** A student takes their answers back: the code, one confirmation, done. */
export function loader({ request }: LoaderFunctionArgs) {
  return page(withdrawPage({ language: languageOf(request), synthetic: false, step: { at: "ask" } }));
}

export async function action({ request }: ActionFunctionArgs) {
  const language = languageOf(request);
  const form = await readForm(request);
  const typed = form.get("code") ?? "";
  const ask = (problem: "notCode" | "unknown", status: number) =>
    page(withdrawPage({ language, synthetic: false, step: { at: "ask", typed, problem } }), { status });
  const code = readCode(typed);
  if (!code) return ask("notCode", 400);
  const found = await findWithdrawable(db(), codeHash(code));
  if (!found) return ask("unknown", 404);
  const synthetic = found.synthetic === 1;
  if (form.get("go") !== "delete") {
    const title = (JSON.parse(found.title) as Text)[language];
    const step = { at: "confirm" as const, code, title, date: formatDay(found.received_on, language) };
    return page(withdrawPage({ language, synthetic, step }));
  }
  const today = dayIn(found.time_zone, new Date());
  await connection().commit((trx) => withdrawResponse(trx, codeHash(code), today));
  return page(withdrawPage({ language, synthetic, step: { at: "done" } }));
}
