import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useMessages } from "./language.tsx";

/** The page for everything that went wrong, in words that say what is safe and what to do. */
export function Boundary() {
  const error = useRouteError();
  const { common } = useMessages();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = status in common.errors ? (status as keyof typeof common.errors) : status < 500 ? 400 : 500;
  const { title, body } = common.errors[known];
  return (
    <main className="notice">
      <h1>{title}</h1>
      <p>{body}</p>
      <p>
        <a href="/">{common.home}</a>
      </p>
    </main>
  );
}
