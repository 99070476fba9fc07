import type { ReactNode } from "react";

/** A table's own scrolling box: reachable by keyboard, so that what is cut off can be read. */
export function TableBox({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  const scrollable = { tabIndex: 0 };
  return (
    <section
      className={wide ? "studio-scroll studio-table-wide" : "studio-scroll"}
      aria-label={label}
      {...scrollable}
    >
      {children}
    </section>
  );
}
