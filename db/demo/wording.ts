import type { Instrument } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";

/** What the pilot asked in other words, as invented as its answers: each was reworded before the running wave. */
const before: Record<string, Text> = {
  EXM08: { "zh-CN": "这项考试评分公正。", en: "This exam is marked fairly." },
  SUP04: { "zh-CN": "我了解学分认定的政策。", en: "I know the policy on credit recognition." },
};

/** The demo's instrument as its two waves asked it: some statements of the pilot come back in other words, as rev 2. */
export function demoVersions(template: Instrument): { pilot: Instrument; running: Instrument } {
  const reword = (change: (text: Text, code: string) => { rev: number; text: Text }): Instrument => ({
    ...template,
    pages: template.pages.map((page) => ({
      ...page,
      items: page.items.map((item) =>
        before[item.code] ? { ...item, ...change(item.text, item.code) } : item,
      ),
    })),
  });
  return {
    pilot: reword((text, code) => ({ rev: 1, text: before[code] ?? text })),
    running: reword((text) => ({ rev: 2, text })),
  };
}
