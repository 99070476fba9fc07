import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
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
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(
          text(pipe(new PassThrough())).then(
            (html) => new Response(withoutPadding(html), { status, headers }),
          ),
        );
      },
      onShellError: reject,
    });
  });
}

/** React 18 pads its buffers with NUL where a character of several bytes does not fit the end of one. */
const withoutPadding = (html: string) => html.replaceAll("\0", "");

/** Unexpected errors go to the log with their stack, never to the reader. Refusals are in the log of requests. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) process.stderr.write(`${(error as Error)?.stack ?? error}\n`);
}
