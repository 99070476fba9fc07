/** Expected failures are thrown Responses; the boundary words them in the reader's language. */
const failure = (status: number) => (): Response => new Response(null, { status });

export const badRequest = failure(400);
export const forbidden = failure(403);
export const notFound = failure(404);
export const gone = failure(410);
/** The database cannot just now. Nothing was changed; the same request may succeed in a moment. */
export const unavailable = () => new Response(null, { status: 503, headers: { "Retry-After": "5" } });
