import { Link } from "@remix-run/react";
import type { StudyHead } from "../study-head.ts";

/** The way to where doors and targets are set; readers change nothing and have no such page. */
export function ToWaves({ study, to = "", words }: { study: StudyHead; to?: string; words: string }) {
  if (study.role !== "researcher") return null;
  return (
    <p>
      <Link className="board-way" to={`/studio/${study.slug}/fieldwork/waves${to}`}>
        {words}
      </Link>
    </p>
  );
}
