import { Link } from "@remix-run/react";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";

/** The way back to a wave. */
export function ToWave({ study, wave }: { study: string; wave: { number: number; name: Text } }) {
  const language = useLanguage();
  const { doorPage } = useMessages().waves;
  return (
    <p className="studio-after">
      <Link className="studio-back" to={`/studio/${study}/fieldwork/waves/${wave.number}`}>
        {fill(doorPage.toWave, { wave: wave.name[language] })}
      </Link>
    </p>
  );
}
