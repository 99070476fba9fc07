import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import "../studio.css";
import { useLanguage, useMessages } from "../language.tsx";
import { AccountBox } from "./account-box.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Mark } from "./mark.tsx";
import { RoomNav } from "./room-nav.tsx";
import type { Room } from "./rooms.ts";
import type { StudyHead } from "./study-head.ts";
import { useHeadingFocus } from "./use-heading-focus.ts";

interface StudioFrameProps {
  account: { name: string };
  /** Absent on pages that belong to no study. */
  study?: StudyHead;
  room?: Room;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** What every signed-in page has around it. */
export function StudioFrame({ account, study, room, title, lead, children }: StudioFrameProps) {
  const language = useLanguage();
  const { common, studio } = useMessages();
  const heading = useHeadingFocus();
  return (
    <div className="studio">
      <a className="studio-skip" href="#content">
        {common.skipToContent}
      </a>
      <header className="studio-rail">
        <div className="studio-top">
          <Link className="studio-brand" to="/studio">
            <Mark />
            <span>{common.product}</span>
          </Link>
          <LanguageSwitch />
        </div>
        {study ? (
          <div className="studio-study">
            <p className="studio-study-name">{study.title[language]}</p>
            {study.synthetic ? (
              <p className="studio-synthetic" title={common.syntheticNote}>
                {common.synthetic}
              </p>
            ) : null}
          </div>
        ) : null}
        {study ? <RoomNav study={study} room={room} label={studio.roomsLabel} /> : null}
      </header>
      <main className="studio-main" id="content" tabIndex={-1}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead ? <div className="studio-lead">{lead}</div> : null}
        {children}
      </main>
      <AccountBox name={account.name} role={study?.role} />
    </div>
  );
}
