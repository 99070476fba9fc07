import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseCertificateCsv } from "#app/fieldwork/certificates.ts";
import { connection, db } from "#app/http/db.server.ts";
import { forbidden } from "#app/http/errors.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { requireAccount } from "#app/http/session.server.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "#app/ui/language.tsx";
import { CertificateImport } from "#app/ui/studio/certificate-import.tsx";
import { CertificateTable } from "#app/ui/studio/certificate-table.tsx";
import { StudioFrame } from "#app/ui/studio/studio-frame.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { listCertificates, upsertCertificates } from "#db/queries/certificates.server.ts";
import { listMemberStudies } from "#db/queries/studies.server.ts";

/** The register is shared by all studies: whoever researches in one may add to it, others may read it. */
async function visitor(request: Request) {
  const account = await requireAccount(request);
  const studies = await listMemberStudies(db(), account.id);
  return { account, mayImport: studies.some((study) => study.role === "researcher") };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { account, mayImport } = await visitor(request);
  const done = Number(new URL(request.url).searchParams.get("done")) || 0;
  return { account: { name: account.name }, mayImport, done, certificates: await listCertificates(db()) };
}

export async function action({ request }: ActionFunctionArgs) {
  if (!(await visitor(request)).mayImport) throw forbidden();
  const form = await readForm(request);
  const file = form.get("file");
  const pasted = String(form.get("csv") ?? "");
  const csv = file instanceof File && file.size > 0 ? await file.text() : pasted;
  const { certificates, problems } = parseCertificateCsv(csv);
  if (form.get("go") === "import" && certificates.length > 0) {
    await connection().commit((trx) => upsertCertificates(trx, certificates));
    return redirect(`/studio/certificates?done=${certificates.length}`);
  }
  const read = { csv, good: certificates.length, problems };
  return data(read, { status: certificates.length > 0 ? 200 : 400 });
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.certificates.title);

export default function CertificatesPage() {
  const { account, mayImport, done, certificates } = useLoaderData<typeof loader>();
  const read = useActionData<typeof action>();
  const words = useMessages().certificates;
  return (
    <StudioFrame
      account={account}
      title={words.title}
      lead={
        <>
          {done > 0 && !read ? <p role="status">{fill(words.done, { good: done })}</p> : null}
          <p>{fill(words.lead, { count: certificates.length })}</p>
        </>
      }
    >
      {mayImport ? <CertificateImport read={read} /> : null}
      <CertificateTable certificates={certificates} />
    </StudioFrame>
  );
}
