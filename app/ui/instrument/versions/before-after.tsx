import type { Shown } from "#app/instrument/difference-classes.ts";
import { directionOf, nativeName } from "#app/instrument/language-names.ts";
import { useMessages } from "../../language.tsx";
import { changedWords } from "./changed-words.ts";
import { conditionWords } from "./condition-words.ts";

/** What stood there and what stands there now; in texts the changed words are marked, each language on its own. */
export function BeforeAfter({ before, after }: { before?: Shown; after?: Shown }) {
  const { versions } = useMessages();
  if (!before && !after) return null;
  const was = before && "text" in before ? before.text : undefined;
  const is = after && "text" in after ? after.text : undefined;
  if (was || is) return <Texts was={was ?? {}} is={is ?? {}} both={!!was && !!is} />;
  return (
    <dl className="version-change">
      <div>
        <dt>{versions.before}</dt>
        <dd>
          <Plain shown={before} />
        </dd>
      </div>
      <div>
        <dt>{versions.after}</dt>
        <dd>
          <Plain shown={after} />
        </dd>
      </div>
    </dl>
  );
}

function Plain({ shown }: { shown: Shown | undefined }) {
  const { versions } = useMessages();
  if (!shown) return <span className="quiet-text">{versions.nothing}</span>;
  if ("condition" in shown) return <>{conditionWords(versions.condition, shown.condition)}</>;
  const said = "value" in shown ? shown.value : "";
  return <>{said === "✓" ? versions.yes : said === "✗" ? versions.no : said}</>;
}

/** @param both whether one was changed into the other, or only one of them is there */
function Texts({
  was,
  is,
  both,
}: {
  was: Record<string, string>;
  is: Record<string, string>;
  both: boolean;
}) {
  const { versions } = useMessages();
  const all = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const tags = all.filter((tag) => (was[tag] ?? "") !== (is[tag] ?? ""));
  return (
    <dl className="version-change">
      {tags.map((tag) => (
        <div key={tag}>
          <dt lang={tag}>{nativeName(tag)}</dt>
          <dd lang={tag} dir={directionOf(tag)}>
            {both
              ? changedWords(was[tag] ?? "", is[tag] ?? "").map(({ text, kind }, at) => {
                  const key = `${at} ${kind}`;
                  if (kind === "same") return <span key={key}>{text}</span>;
                  const Mark = kind === "gone" ? "del" : "ins";
                  return (
                    <Mark key={key}>
                      <span className="visually-hidden">
                        {kind === "gone" ? versions.removed : versions.inserted}
                      </span>
                      {text}
                    </Mark>
                  );
                })
              : is[tag] || was[tag]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
