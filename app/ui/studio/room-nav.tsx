import { Link } from "@remix-run/react";
import { useMessages } from "../language.tsx";
import { type Room, roomsFor } from "./rooms.ts";
import type { StudyHead } from "./study-head.ts";

/** A rail of rooms, which a phone shows as a bar at the bottom. */
export function RoomNav({ study, room, label }: { study: StudyHead; room?: Room; label: string }) {
  const { studio } = useMessages();
  return (
    <nav className="studio-rooms" aria-label={label}>
      <ul>
        {roomsFor(study.role).map((door) => (
          <li key={door.room}>
            <Link
              to={`/studio/${study.slug}${door.path}`}
              aria-current={door.room === room ? "page" : undefined}
            >
              <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
                <path
                  d={door.icon}
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.7"
                  strokeLinecap="round"
                  strokeLinejoin="round"
                />
              </svg>
              <span>{studio.rooms[door.room]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
