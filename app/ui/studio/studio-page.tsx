import type { ReactNode } from "react";
import type { Room } from "./rooms.ts";
import { StudioFrame } from "./studio-frame.tsx";
import type { StudyHead } from "./study-head.ts";

interface StudioPageProps {
  study: StudyHead;
  account: { name: string };
  room: Room;
  title: string;
  /** The sentence that says what is going on. */
  lead?: ReactNode;
  children: ReactNode;
}

/** One room of a study: rail, title, what is going on, then the evidence. */
export function StudioPage({ study, account, room, title, lead, children }: StudioPageProps) {
  return (
    <StudioFrame study={study} account={account} room={room} title={title} lead={lead}>
      {children}
    </StudioFrame>
  );
}
