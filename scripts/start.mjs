// `npm start`: from a fresh clone, or from yesterday's state, to a serving production server.
// Runs on the host's Node, before anything is installed; server.ts runs on the project's own Node 24.
import process from "node:process";
import { ensureBuild } from "./lib/build.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { requireHostNode } from "./lib/runtime.mjs";
import { serve } from "./lib/serve.mjs";

requireHostNode();
try {
  await ensureDependencies();
  await ensureBuild();
  process.exitCode = await serve("production");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
