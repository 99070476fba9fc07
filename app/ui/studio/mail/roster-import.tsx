import { Form, Link } from "@remix-run/react";
import type { RosterFault } from "#app/fieldwork/roster.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { Field } from "../field.tsx";
import { RosterReport, type ShownRoster } from "./roster-report.tsx";

interface RosterImportProps {
  back: string;
  limits: { rows: number; columns: number };
  preview: ShownRoster | undefined;
  fault: RosterFault | undefined;
}

/** A roster is read and shown first; it is stored only once somebody has seen what would become of every row. */
export function RosterImport({ back, limits, preview, fault }: RosterImportProps) {
  const language = useLanguage();
  const words = useMessages().mail.import;
  const numbers = { rows: grouped(language, limits.rows), columns: limits.columns };
  const file = (
    <Form method="post" encType="multipart/form-data" reloadDocument className="studio-form mail-wide">
      <p className="studio-hint">{fill(words.hint, numbers)}</p>
      <Field
        name="file"
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        label={words.file}
        error={fault ? fill(words.faults[fault], numbers) : undefined}
      />
      <Field name="csv" lines={6} label={words.pasted} />
      <button type="submit" name="go" value="check">
        {words.check}
      </button>
      <Link className="studio-back mail-beside" to={back}>
        {words.cancel}
      </Link>
    </Form>
  );
  return (
    <>
      {preview ? <RosterReport back={back} roster={preview} /> : null}
      {preview && preview.counts.add > 0 ? null : file}
    </>
  );
}
