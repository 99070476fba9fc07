import type { CatalogueItem } from "#app/questions/catalogue.ts";
import type { Look } from "./look.ts";
import { describedBy, frameClass, QuestionText } from "./question.tsx";

/** A text field that suggests certificates as one types, and takes any other name as typed. */
export const Catalogue: Look<CatalogueItem> = (look) => {
  const { item, given, words, suggestions } = look;
  return (
    <div className={frameClass(look, "catalogue")} id={item.code}>
      <QuestionText look={look} htmlFor={`${item.code}-field`} hint={words.certificateHint} />
      <input
        id={`${item.code}-field`}
        name={item.code}
        defaultValue={given[0] ?? ""}
        list={`${item.code}-list`}
        maxLength={120}
        autoComplete="off"
        {...describedBy(look, `${item.code}-hint`)}
        data-suggest="1"
      />
      <datalist id={`${item.code}-list`}>
        {suggestions.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
};
