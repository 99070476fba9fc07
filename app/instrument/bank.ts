import type { Text } from "#app/locales/language.ts";
import type { TextItem } from "#app/questions/text.ts";
import type { Definition } from "./definition.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import guides from "./templates/guides.json" with { type: "json" };
import { templates } from "./templates/index.ts";

/** A set of questions that can be put into an instrument. */
export interface BankBlock {
  /** Stable: `<source>.<page>`, `guide.<name>`, or `saved.<id>`. */
  id: string;
  /** The template it is from, `guide`, or `saved` by the team. */
  source: string;
  title: Text;
  excerpt: Excerpt;
}

/** The questions of the instruments that come with the product, page by page, and of the interview guides. */
export function productBlocks(): BankBlock[] {
  const pages = Object.entries(templates).flatMap(([source, read]) => {
    const definition: Definition = read();
    return definition.pages.map(
      ({ code, title, items }): BankBlock => ({
        ...{ id: `${source}.${code}`, source, title },
        excerpt: excerptOf(definition, items),
      }),
    );
  });
  return [...pages, ...guideBlocks];
}

const guideTitles: Record<keyof typeof guides, Text> = {
  focusGroup: { "zh-CN": "座谈提纲", en: "Focus group guide" },
  followUp: { "zh-CN": "追访提纲", en: "Follow-up interview guide" },
};

const guideBlocks = Object.entries(guides).map(
  ([name, questions]): BankBlock => ({
    ...{ id: `guide.${name}`, source: "guide", title: guideTitles[name as keyof typeof guides] },
    excerpt: { elements: questions.map(openQuestion), scales: {}, themes: [], scoring: [] },
  }),
);

function openQuestion({ code, ...text }: { code: string } & Text): TextItem {
  return {
    ...{ kind: "text", code, rev: 1, text, maxLength: 1000 },
    ...{ required: false, background: false, mirrors: [] },
  };
}
