import { Form } from "@remix-run/react";
import { useMessages } from "../language.tsx";
import { CertificateReport, type ReadCertificates } from "./certificate-report.tsx";
import { Field } from "./field.tsx";

/** A file is read and reported on first; it is stored only once the person has seen what was read. */
export function CertificateImport({ read }: { read: ReadCertificates | undefined }) {
  const words = useMessages().certificates;
  return (
    <>
      {read ? <CertificateReport {...read} /> : null}
      {/* Folded until it is needed: most people come to look something up. */}
      <details className="studio-numbers" open={read !== undefined && read.good === 0}>
        <summary>{words.importTitle}</summary>
        <Form method="post" encType="multipart/form-data" reloadDocument className="studio-form">
          <p className="studio-hint">{words.importHint}</p>
          <Field name="file" type="file" accept=".csv,text/csv" label={words.file} />
          <Field name="csv" lines={6} label={words.pasted} defaultValue={read?.csv ?? ""} />
          <button type="submit" name="go" value="check">
            {words.check}
          </button>
        </Form>
      </details>
    </>
  );
}
