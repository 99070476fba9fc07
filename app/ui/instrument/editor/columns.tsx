import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useMessages } from "../../language.tsx";
import { placeAddress } from "./editor-address.ts";
import { columns, type EditorPageData } from "./editor-data.ts";

/** The three columns; a narrow screen shows the one that the address names, and the way to the others. */
export function Columns({ page, children }: { page: EditorPageData; children: ReactNode }) {
  const { editor } = useMessages();
  return (
    <>
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
    </>
  );
}
