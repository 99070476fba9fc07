import type { QualityIndices } from "#app/fieldwork/quality.ts";
import { type Flag, means, meansNames } from "#app/fieldwork/quality-flags.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../amount.ts";

interface ResponseQualityProps {
  quality: { indices: QualityIndices; flags: Flag[]; suspect: boolean } | undefined;
}

/** How one response was given: what the thresholds make of it, then the indices in words. */
export function ResponseQuality({ quality }: ResponseQualityProps) {
  const { response: says, flags: words, means: kinds } = useMessages().quality;
  const list = (names: string[]) => names.join(says.list);
  const named = (flags: readonly Flag[]) => list(flags.map((flag) => words[flag].name));
  return (
    <section className="studio-section" aria-labelledby="quality">
      <h2 id="quality">{says.title}</h2>
      {quality === undefined ? (
        <p className="quiet-text">{says.unknown}</p>
      ) : (
        <>
          {quality.suspect ? (
            <p className="studio-look">
              {fill(says.suspect, {
                means: meansNames
                  .flatMap((kind) => {
                    const found = means[kind].filter((flag: Flag) => quality.flags.includes(flag));
                    return found.length > 0
                      ? [fill(says.kind, { kind: kinds[kind], flags: named(found) })]
                      : [];
                  })
                  .join(says.list),
              })}
            </p>
          ) : (
            <p>
              {quality.flags.length > 0 ? fill(says.flagged, { flags: named(quality.flags) }) : says.clean}
            </p>
          )}
          <Facts indices={quality.indices} />
        </>
      )}
    </section>
  );
}

function Facts({ indices }: { indices: QualityIndices }) {
  const language = useLanguage();
  const { facts } = useMessages().quality.response;
  const { asked, answered, longstring, irv, secondsPerItem, spacing, instructed, contradictions } = indices;
  const told = [
    answered > 0 ? fill(facts.longstring, { run: longstring, asked, answered }) : undefined,
    irv === null ? undefined : fill(facts.irv, { irv: irv.toFixed(2) }),
    secondsPerItem === null ? undefined : fill(facts.pace, { seconds: secondsPerItem.toFixed(1) }),
    spacing === null ? undefined : fill(facts.spacing, { spacing: spacing.toFixed(2) }),
    instructed === null ? undefined : facts.instructed[instructed],
    contradictions > 0 ? amount(language, facts.contradictions, contradictions) : undefined,
  ].filter((one) => one !== undefined);
  return told.length === 0 ? null : (
    <ul className="quality-facts">
      {told.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
