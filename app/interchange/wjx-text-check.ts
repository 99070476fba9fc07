import type { Instrument, Item } from "#app/instrument/definition.ts";
import { type Finding, type FindingCode, type Imported, Unreadable } from "./report.ts";
import { type Group, same } from "./wjx-text-groups.ts";
import { brief } from "./wjx-text-made.ts";
import { readWjxText } from "./wjx-text-read.ts";

type Tell = (code: FindingCode, path: string, details?: Finding["details"], item?: string) => void;

/** Reads what was written and tells every difference a reader of the text would meet. */
export function checkWritten(instrument: Instrument, written: Group[], bytes: Uint8Array, tell: Tell) {
  const back = readBack(bytes);
  const items = back?.draft.pages.flatMap((page) => page.items) ?? [];
  const wanted = written.flatMap((group) => group.items.map((item, at) => ({ item, group, at })));
  if (!back || items.length !== wanted.length)
    return tell("changed.text", "pages", { what: `${wanted.length} → ${items.length}` });
  const differ = (path: string, one: string | undefined, other: string | undefined) => {
    if ((one ?? "") !== (other ?? ""))
      tell("changed.text", path, { what: brief(`${one ?? ""} → ${other ?? ""}`) });
  };
  differ("title", instrument.title["zh-CN"], back.draft.title["zh-CN"]);
  differ("invitation", instrument.invitation["zh-CN"], back.draft.invitation["zh-CN"]);
  const asked = instrument.pages.filter((_, at) => written.some((group) => group.page === at));
  asked.forEach((page, at) => {
    const path = `pages.${instrument.pages.indexOf(page)}`;
    differ(`${path}.title`, page.title["zh-CN"], back.draft.pages[at]?.title["zh-CN"]);
    differ(`${path}.intro`, page.intro?.["zh-CN"], back.draft.pages[at]?.intro?.["zh-CN"]);
  });
  const lost = (group: Group) => group.conditions.length > 0;
  wanted.forEach(({ item, group, at }, index) => {
    const other = items[index];
    if (!other) return;
    const path = `${group.path.replace(/\d+$/, (first) => String(Number(first) + at))}`;
    differ(`${path}.text`, item.text["zh-CN"], other.text["zh-CN"]);
    differ(`${path}.help`, item.help?.["zh-CN"], other.help?.["zh-CN"]);
    if (item.required !== other.required) tell("lost.setting", path, { name: "required" }, item.code);
    const plain = ["year", "catalogue"].includes(item.kind) ? "text" : item.kind;
    if (plain !== other.kind) tell("changed.kind", path, { from: item.kind, to: other.kind }, item.code);
    else tellAnswers(instrument, back, item, other, path, tell);
    if (!lost(group) && other.showIf)
      tell("changed.text", path, { what: brief(`→ ${JSON.stringify(other.showIf)}`) }, item.code);
  });
}

function readBack(bytes: Uint8Array): Imported | undefined {
  try {
    return readWjxText({ name: "", bytes });
  } catch (problem) {
    if (problem instanceof Unreadable) return undefined;
    throw problem;
  }
}

function tellAnswers(
  instrument: Instrument,
  back: Imported,
  item: Item,
  other: Item,
  path: string,
  tell: Tell,
) {
  if (
    (item.kind === "single" || item.kind === "multiple") &&
    (other.kind === "single" || other.kind === "multiple")
  ) {
    const [here, there] = [item, other].map((one) => one.options.map((option) => option.label["zh-CN"]));
    if (!same(here, there))
      tell(
        "changed.options",
        path,
        { what: brief(`${here?.join(" | ")} → ${there?.join(" | ")}`) },
        item.code,
      );
  }
  if (item.kind === "multiple" && other.kind === "multiple" && item.max !== other.max)
    tell("lost.constraint", path, { expression: `max ${item.max ?? "—"}` }, item.code);
  if (item.kind !== "scale" || other.kind !== "scale") return;
  const [here, there] = [instrument.scales[item.scale], back.draft.scales[other.scale]];
  const points = (scale: typeof here) => scale?.points.map((one) => [one.value, one.label["zh-CN"]]);
  const none = (scale: typeof here) => scale?.notApplicable?.["zh-CN"] ?? null;
  const alike =
    here?.kind === there?.kind &&
    same(points(here), points(there)) &&
    (!item.allowNA || none(here) === none(there));
  if (!alike || item.scale !== other.scale) tell("changed.scale", path, { scale: other.scale }, item.code);
  if (item.reverse !== other.reverse) tell("lost.score", path, { name: "reverse" }, item.code);
}
