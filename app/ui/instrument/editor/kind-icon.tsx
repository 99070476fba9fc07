import type { WrittenKind } from "#app/instrument/new-element.ts";

const square = "M2.5 2.5h11v11h-11z";
const calendar = "M2 4h12v10H2zM2 7.5h12M5 2v3M11 2v3";

/** What each kind looks like in a box of 16 × 16. */
const paths: Record<WrittenKind | "block", string> = {
  single: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M8 6.4a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2",
  multiple: `${square}M5 8l2.2 2.2L11 5.8`,
  scale: "M1.5 5.5h13v5h-13zM4.1 5.5v5M6.7 5.5v5M9.3 5.5v5M11.9 5.5v5",
  matrix: "M2 3h12v10H2zM2 6.3h12M2 9.7h12M6 3v10M10 3v10",
  check: "M8 2.5v7M8 12.2v1.2",
  text: "M2 4h12M2 8h12M2 12h7",
  short: "M1.5 5h13v6h-13zM4 6.8v2.4",
  number: "M6 2.5L4.5 13.5M11.5 2.5L10 13.5M2.5 6h11M2 10h11",
  year: calendar,
  date: `${calendar}M6 11h4`,
  slider: "M1.5 8h13M9.5 4.8v6.4",
  nps: "M2 12a6 6 0 0 1 12 0M8 12l3-4",
  differential: "M2 8h12M5 5L2 8l3 3M11 5l3 3-3 3",
  ranking: "M2 4h4M2 8h8M2 12h12",
  sum: "M8 2a6 6 0 1 0 6 6H8z",
  catalogue: "M3 2h10v8H3zM6 10v4l2-1.5L10 14v-4",
  consent: "M2 8.5L5.5 12 14 3.5",
  section: "M3 3h10M8 3v10",
  image: "M2 3h12v10H2zM2 11l4-4 3 3 2-2 3 3",
  block: "M4 2H2v12h2M12 2h2v12h-2M5.5 6h5M5.5 10h5",
};

/** The sign of a kind, with its name for those who hear the page or point at it. */
export function KindIcon({ kind, name }: { kind: WrittenKind | "block"; name: string }) {
  return (
    <span className="outline-kind" title={name}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={paths[kind]} fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />
      </svg>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
