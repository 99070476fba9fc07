import { asked, type Definition } from "#app/instrument/definition.ts";
import { formats } from "#app/interchange/index.ts";
import type { PreviewPage, ShownImport } from "#app/ui/instrument/import/import-data.ts";
import type { ReadFile } from "./instrument-import-read.server.ts";

const mostItems = 300;
const mostOptions = 12;

/** What the report page shows of a file that was read. */
export function shownImport(
  { report, draft, pack }: ReadFile,
  into: string | null,
  refused?: { values: Record<string, string>; errors: Record<string, string> },
): ShownImport {
  const { format, ...told } = report;
  const [main = "zh-CN"] = draft.languages;
  const pages = previewOf(draft);
  return {
    ...told,
    format: formats[format].name,
    ...pages,
    pack,
    values: refused?.values ?? {
      target: into ?? "new",
      title: wordsIn(draft.title, draft.languages).text || report.name.replace(/\.\w{1,5}$/, ""),
      code: draft.code,
      language: main,
    },
    errors: refused?.errors ?? {},
  };
}

function previewOf(draft: Definition): { pages: PreviewPage[]; more: number } {
  let left = mostItems;
  let more = 0;
  const pages = asked(draft).pages.map((page): PreviewPage => {
    const shown = page.items.slice(0, left);
    left -= shown.length;
    more += page.items.length - shown.length;
    return {
      code: page.code,
      title: wordsIn(page.title, draft.languages).text,
      items: shown.map((item) => ({
        code: item.code,
        kind: item.kind,
        ...wordsIn(item.text, draft.languages),
        ...("options" in item && item.options
          ? { options: listed(item.options.map(({ label }) => wordsIn(label, draft.languages).text)) }
          : {}),
      })),
    };
  });
  return { pages: pages.filter(({ items }) => items.length > 0), more };
}

const listed = (labels: string[]) =>
  [...labels.slice(0, mostOptions), ...(labels.length > mostOptions ? [`… (${labels.length})`] : [])].join(
    " / ",
  );

/** A text in the first of the instrument's languages that has it. */
function wordsIn(text: Record<string, string>, languages: readonly string[]) {
  const language = languages.find((one) => text[one]) ?? languages[0] ?? "zh-CN";
  return { text: text[language] ?? "", language };
}
