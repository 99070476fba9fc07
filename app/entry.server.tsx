import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";

export { close, open } from "./http/open.server.ts";

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: { nonce: string },
) {
  const html = renderToString(<RemixServer context={context} url={request.url} nonce={load.nonce} />);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Unexpected errors go to the log with their stack, never to the reader. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted) process.stderr.write(`${(error as Error)?.stack ?? error}\n`);
}
