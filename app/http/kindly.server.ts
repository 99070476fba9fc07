import { connection } from "./db.server.ts";
import { refusal } from "./doors.server.ts";

/**
 * A student's loader or action. If the database cannot just now (locked, disk full, away), the student reads in words
 * that nothing was acknowledged and nothing is lost, with 503 and a time to come back; never a bare error.
 */
export function kindly<Asked extends { request: Request }>(answer: (asked: Asked) => Promise<Response>) {
  return async (asked: Asked): Promise<Response> => {
    try {
      return await answer(asked);
    } catch (error) {
      const isAway =
        error instanceof Response ? error.status === 503 : connection().engine.isUnavailable(error);
      if (!isAway) throw error;
      const page = refusal("busy", asked.request);
      page.headers.set("Retry-After", "5");
      return page;
    }
  };
}
