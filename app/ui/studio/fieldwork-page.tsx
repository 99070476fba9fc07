import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { useMessages } from "../language.tsx";
import { StudioPage } from "./studio-page.tsx";

/** The pages of the fieldwork room. Readers see how it goes; the rest changes something or shows single answers. */
const tabs = [
  { tab: "board", path: "", researcherOnly: false },
  { tab: "waves", path: "/waves", researcherOnly: true },
  { tab: "outbox", path: "/outbox", researcherOnly: true },
  { tab: "quality", path: "/quality", researcherOnly: true },
  { tab: "volunteers", path: "/volunteers", researcherOnly: true },
] as const;

interface FieldworkPageProps extends Omit<ComponentProps<typeof StudioPage>, "room"> {
  /** The page this is, or belongs to. */
  tab: (typeof tabs)[number]["tab"];
}

/** A page of the fieldwork room, with the way to the others. */
export function FieldworkPage({ tab, children, ...page }: FieldworkPageProps) {
  const { board } = useMessages();
  const shown = tabs.filter((one) => page.study.role === "researcher" || !one.researcherOnly);
  return (
    <StudioPage {...page} room="fieldwork">
      {shown.length > 1 ? (
        <nav className="room-tabs" aria-label={board.tabsLabel}>
          <ul>
            {shown.map((one) => (
              <li key={one.tab}>
                <Link
                  to={`/studio/${page.study.slug}/fieldwork${one.path}`}
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
