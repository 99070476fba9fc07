import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage, useMessages } from "../language.tsx";
import { StudioPage } from "../studio/studio-page.tsx";
import type { InstrumentHead } from "./instrument-head.ts";
import { type InstrumentTab, instrumentTabs } from "./instrument-tabs.ts";

interface InstrumentPageProps {
  head: InstrumentHead;
  tab: InstrumentTab;
  /** The sentence that says what is going on. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A page about one instrument, with the way to the others. */
export function InstrumentPage({ head, tab, lead, children }: InstrumentPageProps) {
  const { instruments } = useMessages();
  const language = useLanguage();
  const { study, account, instrument } = head;
  return (
    <StudioPage
      study={study}
      account={account}
      room="instruments"
      title={instrument.title[language]}
      lead={lead}
    >
      <nav className="room-tabs" aria-label={instruments.tabsLabel}>
        <ul>
          {instrumentTabs.map((one) => (
            <li key={one.tab}>
              <Link
                to={`/studio/${study.slug}/instruments/${instrument.code}${one.path}`}
                aria-current={one.tab === tab ? "page" : undefined}
              >
                {instruments.tabs[one.tab]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </StudioPage>
  );
}
