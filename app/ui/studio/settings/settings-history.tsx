import { sourceIn } from "#app/fieldwork/certificate-source.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { moment } from "../moment.ts";
import { zoneText } from "../waves/zone-text.ts";

interface SettingsHistoryProps {
  study: string;
  timeZone: string;
  history: { id: string; decidedAt: string; by: string; reason: string }[];
}

/** What stays as it is, and what was changed before. */
export function SettingsHistory({ study, timeZone, history }: SettingsHistoryProps) {
  const messages = useMessages();
  const language = useLanguage();
  const { studySettings: words, waves } = messages;
  return (
    <>
      <section className="studio-section" aria-labelledby="fixed">
        <h2 id="fixed">{words.fixed}</h2>
        <p>{words.fixedLead}</p>
        <dl className="wave-facts">
          <div>
            <dt>{words.zone}</dt>
            <dd>{zoneText(waves, timeZone)}</dd>
          </div>
          <div>
            <dt>{words.address}</dt>
            <dd>
              <code>{study}</code>
            </dd>
          </div>
        </dl>
      </section>
      {history.length > 0 ? (
        <section className="studio-section" aria-labelledby="history">
          <h2 id="history">{words.history}</h2>
          <ol className="studio-history">
            {history.map((one) => (
              <li key={one.id}>
                {fill(words.decided, {
                  when: moment(language, timeZone, one.decidedAt),
                  by: one.by,
                  reason: sourceIn(one.reason, language),
                })}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}
