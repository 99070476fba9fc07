import { Form, Link } from "@remix-run/react";
import { useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { type CheckedList, ClassReport } from "./class-report.tsx";

/** A list of classes: pasted or uploaded, looked at, then made into codes. */
export function ClassImport({
  checked,
  k,
  back,
}: {
  checked: CheckedList | undefined;
  k: number;
  back: string;
}) {
  const { waves } = useMessages();
  const words = waves.classList;
  return (
    <>
      {checked ? <ClassReport checked={checked} k={k} /> : null}
      <Form method="post" encType="multipart/form-data" reloadDocument className="studio-form wave-form">
        <p>{words.hint}</p>
        {checked ? null : (
          <pre className="wave-example" aria-hidden="true">
            {words.example}
          </pre>
        )}
        <Field name="table" lines={10} label={words.pasted} defaultValue={checked?.text ?? ""} />
        <Field
          name="file"
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          label={words.file}
          hint={words.fileHint}
        />
        <div className="wave-actions">
          <button
            type="submit"
            name="go"
            value="check"
            className={checked && checked.ready > 0 ? "quiet" : undefined}
          >
            {checked ? words.checkAgain : words.check}
          </button>
          <Link className="studio-back" to={back}>
            {waves.cancel}
          </Link>
        </div>
      </Form>
    </>
  );
}
