import type { WrittenKind } from "#app/instrument/new-element.ts";

type Group = "choose" | "rate" | "write" | "arrange" | "show" | "group";

/** What can be added to a page, as the list offers it. */
export const kindGroups: { group: Group; kinds: (WrittenKind | "block" | "page")[] }[] = [
  { group: "choose", kinds: ["single", "multiple", "matrix", "catalogue", "consent", "check"] },
  { group: "rate", kinds: ["scale", "differential", "slider", "nps"] },
  { group: "write", kinds: ["text", "short", "number", "year", "date"] },
  { group: "arrange", kinds: ["ranking", "sum"] },
  { group: "show", kinds: ["section", "image"] },
  { group: "group", kinds: ["block", "page"] },
];
