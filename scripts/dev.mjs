// `npm run dev`: the same server with hot reload; Vite builds on demand, so nothing is built beforehand.
import process from "node:process";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { requireHostNode } from "./lib/runtime.mjs";
import { serve } from "./lib/serve.mjs";

requireHostNode();
try {
  await ensureDependencies();
  process.exitCode = await serve("development");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
