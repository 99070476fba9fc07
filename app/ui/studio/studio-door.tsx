import type { ReactNode } from "react";
import "../studio.css";
import { useMessages } from "../language.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Mark } from "./mark.tsx";

/** The frame of pages for those who are not signed in. */
export function StudioDoor({ title, children }: { title: string; children: ReactNode }) {
  const { common } = useMessages();
  return (
    <div className="studio studio-door">
      <header className="studio-top">
        <span className="studio-brand">
          <Mark />
          <span>{common.product}</span>
        </span>
        <LanguageSwitch />
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
