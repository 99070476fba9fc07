import { notFound } from "../http/errors.server.ts";

/** Every address nobody else answers: with a route of its own the page has its language and its nonce like any other. */
export function loader() {
  throw notFound();
}
export const action = loader;

export default function NothingHere() {
  return null;
}
