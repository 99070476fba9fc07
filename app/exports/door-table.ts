import type { DoorKind } from "#app/fieldwork/door.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language, Text } from "#app/locales/language.ts";
import type { Cell } from "./cell.ts";

interface ListedDoor {
  kind: DoorKind;
  name: Text;
  cohort: Readonly<Record<string, Text>>;
  expected: number | null;
  url: string;
}

/** Doors with their links, a row each, and a column for every variable they are told apart by. */
export function doorTable(
  doors: readonly ListedDoor[],
  language: Language,
): { head: string[]; rows: Cell[][] } {
  const { waves } = messagesIn(language);
  const names: Record<string, string> = waves.doorForm.variables;
  const variables = [...new Set(doors.flatMap(({ cohort }) => Object.keys(cohort)))];
  return {
    head: [waves.door, waves.kind, ...variables.map((one) => names[one] ?? one), waves.expected, waves.link],
    rows: doors.map((door) => [
      door.name[language],
      waves.kinds[door.kind],
      ...variables.map((one) => door.cohort[one]?.[language] ?? ""),
      door.expected ?? "",
      door.url,
    ]),
  };
}
