import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { type InstrumentChoice, respondentSearch } from "#app/instrument/instrument-choice.ts";
import { useMessages } from "../language.tsx";
import { InstrumentSwitch } from "./instrument-switch.tsx";
import { StudioPage } from "./studio-page.tsx";

/** The pages of the fieldwork room, and which of them count one instrument's answers. Readers see how it goes; the rest changes something or shows single answers. */
const tabs = [
  { tab: "board", path: "", researcherOnly: false, counts: true },
  { tab: "waves", path: "/waves", researcherOnly: true, counts: false },
  { tab: "outbox", path: "/outbox", researcherOnly: true, counts: false },
  { tab: "quality", path: "/quality", researcherOnly: true, counts: true },
  { tab: "volunteers", path: "/volunteers", researcherOnly: true, counts: false },
] as const;

interface FieldworkPageProps extends Omit<ComponentProps<typeof StudioPage>, "room"> {
  /** Whose questionnaires the page counts: those of one instrument. */
  choice?: InstrumentChoice | undefined;
  /** The page this is, or belongs to. */
  tab: (typeof tabs)[number]["tab"];
}

/** A page of the fieldwork room, with the way to the others. */
export function FieldworkPage({ tab, choice, children, ...page }: FieldworkPageProps) {
  const { board } = useMessages();
  const room = `/studio/${page.study.slug}/fieldwork`;
  const here = tabs.find((one) => one.tab === tab)!;
  const shown = tabs.filter((one) => page.study.role === "researcher" || !one.researcherOnly);
  return (
    <StudioPage {...page} room="fieldwork">
      <InstrumentSwitch choice={choice} to={`${room}${here.path}`} />
      {shown.length > 1 ? (
        <nav className="room-tabs" aria-label={board.tabsLabel}>
          <ul>
            {shown.map((one) => (
              <li key={one.tab}>
                <Link
                  to={`${room}${one.path}${one.counts ? respondentSearch(choice) : ""}`}
                  aria-current={one.tab === tab ? "page" : undefined}
                >
                  {board.tabs[one.tab]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {children}
    </StudioPage>
  );
}
