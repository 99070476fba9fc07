import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

export { close, open } from "./http/open.server.ts";

/**
 * The page is sent when all of it is ready. Loader data travels inside Suspense (single fetch), so `renderToString`,
 * which knows no waiting, would leave it out, and no page would ever hydrate.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: { nonce: string },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const page = <RemixServer context={context} url={request.url} nonce={load.nonce} />;
    const { pipe } = renderToPipeableStream(page, {
      nonce: load.nonce,
      onAllReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

/** Unexpected errors go to the log with their stack, never to the reader. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted) process.stderr.write(`${(error as Error)?.stack ?? error}\n`);
}
