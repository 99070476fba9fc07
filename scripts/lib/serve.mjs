import { runInForeground } from "./run.mjs";
import { getProjectNode, projectEnvironment } from "./runtime.mjs";

/**
 * Runs the server on the project's Node 24 until it ends; it drains by itself on SIGINT and SIGTERM.
 * @param {"production" | "development"} mode
 * @returns {Promise<number>} its exit code
 */
export function serve(mode) {
  const env = projectEnvironment({ NODE_ENV: mode, PORT: process.env.PORT ?? "3000" });
  return runInForeground(getProjectNode(), ["server.ts"], { env });
}
