import { missing } from "#app/questions/kind.ts";
import type { ScaleItem } from "#app/questions/scale.ts";
import type { Look } from "./look.ts";
import { Question } from "./question.tsx";

/** One statement, and under it its labelled points side by side; N/A apart, at the statement's right. */
export const Scale: Look<ScaleItem> = (look) => {
  const { item, given, language, scales } = look;
  const scale = scales[item.scale];
  const points = scale?.points ?? [];
  return (
    <Question look={look} role="radiogroup">
      <div className={`points of-${points.length} ${scale?.kind}`}>
        {points.map(({ value, label, short }) => (
          <label key={value} className={`point p${value}`}>
            <input
              type="radio"
              name={item.code}
              value={value}
              defaultChecked={given[0] === String(value)}
              aria-label={short && short[language] !== label[language] ? label[language] : undefined}
            />
            <span>{(short ?? label)[language]}</span>
          </label>
        ))}
      </div>
      {item.allowNA && scale?.notApplicable ? (
        <label className="na">
          <input
            type="radio"
            name={item.code}
            value={missing.notApplicable}
            defaultChecked={given[0] === String(missing.notApplicable)}
            aria-label={scale.notApplicable[language]}
          />
          <span>{(scale.notApplicableShort ?? scale.notApplicable)[language]}</span>
        </label>
      ) : null}
    </Question>
  );
};
