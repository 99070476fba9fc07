import type { Text } from "#app/locales/language.ts";
import type { DoorKind } from "./door.ts";

interface Listed {
  kind: DoorKind;
  name: Text;
  cohort: Readonly<Record<string, Text>>;
}

const kinds: readonly DoorKind[] = ["open", "class", "list", "imported"];
// Class 9 before class 10, colleges by their sound, as a register lists them.
const { compare } = new Intl.Collator("zh-CN", { numeric: true });

/** Doors as people look for them: open links, then classes by college and name, then lists. */
export const inDoorOrder = <T extends Listed>(doors: readonly T[]): T[] =>
  [...doors].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compare(a.cohort.college?.["zh-CN"] ?? "", b.cohort.college?.["zh-CN"] ?? "") ||
      compare(a.name["zh-CN"], b.name["zh-CN"]),
  );
