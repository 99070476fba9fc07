import type { Role } from "./study-head.ts";

export type Room = "overview" | "instruments" | "fieldwork" | "results" | "voices" | "responses" | "releases";

interface RoomDoor {
  room: Room;
  /** Below the study's own address. */
  path: string;
  /** Whether it shows single answers or changes something: not for readers. */
  researcherOnly: boolean;
  /** One line in a 24 x 24 box. */
  icon: string;
}

/** The rooms of a study in the order of the work. */
const rooms: RoomDoor[] = [
  { room: "overview", path: "", researcherOnly: false, icon: "M4 20V10m5.3 10V4m5.4 16v-7M20 20V8" },
  {
    room: "instruments",
    path: "/instruments",
    researcherOnly: true,
    icon: "M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4",
  },
  {
    room: "fieldwork",
    path: "/fieldwork",
    researcherOnly: false,
    icon: "M4 8c3-3 5-3 8 0s5 3 8 0M4 13c3-3 5-3 8 0s5 3 8 0M4 18c3-3 5-3 8 0s5 3 8 0",
  },
  { room: "results", path: "/results", researcherOnly: false, icon: "M12 3v18M5 7h11M8 12h12M4 17h10" },
  {
    room: "voices",
    path: "/voices",
    researcherOnly: true,
    icon: "M4 5h16v11H10l-4.5 4v-4H4zM8 9h8M8 12h5",
  },
  {
    room: "responses",
    path: "/responses",
    researcherOnly: true,
    icon: "M4 4h16v16H4zM4 9h16M4 14.5h16M9.5 9v11",
  },
  {
    room: "releases",
    path: "/releases",
    researcherOnly: false,
    icon: "M4 14v6h16v-6M12 15V4m-4.5 4L12 3.5 16.5 8",
  },
];

export const roomsFor = (role: Role): RoomDoor[] =>
  rooms.filter((one) => role === "researcher" || !one.researcherOnly);
