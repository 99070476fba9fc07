import type { DoorState } from "#app/fieldwork/door.ts";
import { useMessages } from "../../language.tsx";

/** The state of a wave or door in a word; amber where somebody who comes now is turned away for a while. */
export function StateTag({ state }: { state: DoorState }) {
  const tone = {
    open: "flowing",
    paused: "held",
    grace: "held",
    full: "held",
    early: "still",
    closed: "still",
  };
  return <span className={`wave-state ${tone[state]}`}>{useMessages().waves.states[state]}</span>;
}
