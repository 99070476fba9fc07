import type { Lost } from "#app/fieldwork/lost-questions.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";

export const isLosing = ({ quotas, targets }: Lost): boolean => quotas.length + targets.length > 0;

/** What a wave would lose by asking the new version. */
export function LostWarning({ id, lost }: { id: string; lost: Lost }) {
  const language = useLanguage();
  const { versions } = useMessages();
  if (!isLosing(lost)) return null;
  const names = (all: Text[]) =>
    all.map((one) => fill(versions.lostName, { name: one[language] })).join(versions.lostComma);
  return (
    <div className="wave-warning" id={id}>
      {lost.quotas.length > 0 ? <p>{fill(versions.lostQuotas, { names: names(lost.quotas) })}</p> : null}
      {lost.targets.length > 0 ? <p>{fill(versions.lostTargets, { names: names(lost.targets) })}</p> : null}
      <p>{versions.lostNext}</p>
    </div>
  );
}
