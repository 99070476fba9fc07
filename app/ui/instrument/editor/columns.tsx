import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useMessages } from "../../language.tsx";
import { placeAddress } from "./editor-address.ts";
import { columns, type EditorPageData } from "./editor-data.ts";

/** The three columns; a narrow screen shows the one that the address names, and the way to the others. */
export function Columns({
  page,
  says,
  children,
}: {
  page: EditorPageData;
  /** What there is to say of the last thing done; stays in sight. */
  says: ReactNode;
  children: ReactNode;
}) {
  const { editor } = useMessages();
  return (
    <div className="editor-whole">
      {says}
      <nav className="editor-columns" aria-label={editor.columns.label}>
        <ul>
          {columns.map((column) => (
            <li key={column}>
              <Link
                to={placeAddress(page, page.place, { column })}
                aria-current={column === page.column ? "true" : undefined}
                preventScrollReset
              >
                {editor.columns[column]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={`editor shows-${page.column}`}>{children}</div>
    </div>
  );
}
