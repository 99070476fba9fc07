import { connection } from "./db.server.ts";

const soonMs = 30_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Half a minute from now, with whatever else happens until then, the database forgets in which order invitations were
 * used and volunteers came (docs/decisions/invitations.md).
 */
export function forgetSoon(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    // The hourly tidying tries again.
    void connection()
      .engine.forgetHistory(connection().db)
      .catch(() => {});
  }, soonMs).unref();
}

/** The same now, before the database is closed. */
export async function forgetNow(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  await connection().engine.forgetHistory(connection().db);
}
