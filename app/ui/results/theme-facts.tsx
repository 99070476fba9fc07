import { fill } from "#app/locales/language.ts";
import type { Interval, ThemeResult } from "#app/results/view.ts";
import { grouped } from "../studio/amount.ts";
import type { Reader } from "./figures.ts";
import { bounded, fixed, rangeText, sentences } from "./numbers.ts";
import { verdictWord } from "./verdict-words.ts";

/** Below this the items do not hang together well enough to be read as one score (Nunnally's usual bar). */
const lowAlpha = 0.7;

/** One theme's score with its interval, base, verdict and reliability. */
export function ThemeFacts({ result, reader }: { result: ThemeResult; reader: Reader }) {
  const { messages, language } = reader;
  const { themes } = messages.results;
  const { n, asked, alpha, completeCase, alphaWithoutReversed } = result;
  const count = (people: number) => grouped(language, people);
  return (
    <>
      <p className="results-verdict">{verdictWord(themes.verdicts, result)}</p>
      <dl className="results-facts">
        <Fact
          name={themes.score}
          value={fixed(result.score.estimate, 0)}
          note={around(hundred(result.score), 0)}
        />
        <Fact name={themes.mean} value={fixed(result.mean.estimate, 2)} note={around(result.mean, 2)} />
        <Fact
          name={asked === undefined ? themes.peopleShort : themes.people}
          value={asked === undefined ? count(n) : fill(themes.ofAsked, { n: count(n), asked: count(asked) })}
        />
        {alpha ? (
          <Fact
            name={themes.alpha}
            value={bounded(alpha.estimate)}
            note={`${rangeText(alpha.low, alpha.high, (value) => bounded(value))} · ${fill(themes.alphaItems, { items: alpha.items, n: count(alpha.n) })}`}
          />
        ) : (
          <Fact name={themes.alpha} value="–" note={themes.noAlpha} />
        )}
      </dl>
      <p className="results-notes">
        {sentences(language, [
          themes.scoring,
          alpha && alpha.estimate < lowAlpha ? themes.lowAlpha : undefined,
          alpha?.provisional ? themes.provisional : undefined,
          alphaWithoutReversed === undefined
            ? undefined
            : fill(themes.withoutReversed, { alpha: bounded(alphaWithoutReversed) }),
          completeCase &&
            fill(themes.completeCase, { n: count(completeCase.n), mean: fixed(completeCase.mean, 2) }),
          completeCase && !completeCase.apart ? themes.close : undefined,
        ])}
      </p>
      {completeCase?.apart ? <p className="results-look">{themes.apart}</p> : null}
    </>
  );
}

/** A t interval may run past the end of the scale; nobody can score there. */
const hundred = ({ estimate, low, high }: Interval): Interval => ({
  estimate,
  low: Math.max(0, low),
  high: Math.min(100, high),
});

const around = ({ low, high }: Interval, digits: number) =>
  rangeText(low, high, (value) => fixed(value, digits));

function Fact({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="results-value">{value}</span>
        {note ? <span className="results-around">{note}</span> : null}
      </dd>
    </div>
  );
}
