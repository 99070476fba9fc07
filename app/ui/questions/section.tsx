import type { SectionItem } from "#app/questions/section.ts";
import type { Look } from "./look.ts";

/** A heading and words between questions. Nothing to answer. */
export const Section: Look<SectionItem> = ({ item, language }) => (
  <div className="between section" id={item.code}>
    {item.text[language] ? <h2>{item.text[language]}</h2> : null}
    {item.help?.[language] ? <p className="hint">{item.help[language]}</p> : null}
    {item.body.map((paragraph) => (
      <p key={paragraph[language]}>{paragraph[language]}</p>
    ))}
  </div>
);
