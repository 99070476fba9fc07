import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { languageOf, rememberLanguage } from "./http/cookies.server.ts";
import { messagesIn } from "./locales/index.ts";
import type { Language } from "./locales/language.ts";
import "./ui/base.css";
import { Boundary } from "./ui/boundary.tsx";
import { LanguageProvider } from "./ui/language.tsx";

export function loader({ request, context }: LoaderFunctionArgs) {
  const remembered = rememberLanguage(request);
  return Response.json(
    { language: languageOf(request), nonce: (context as { nonce: string }).nonce },
    { headers: remembered ? { "Set-Cookie": remembered } : {} },
  );
}

/** Pages name themselves; this is the name of those that went wrong. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: messagesIn((data as RootData | undefined)?.language ?? "zh-CN").common.product },
];

interface RootData {
  language: Language;
  nonce: string;
}

/** Renders errors too, so it must not rely on its own loader having run. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData("root") as RootData | undefined;
  const language = data?.language ?? "zh-CN";
  // Browsers hide a script's nonce from scripts; the empty one keeps hydration quiet.
  const nonce = typeof document === "undefined" ? data?.nonce : "";
  // A route whose handle says `plain` is a finished document: it ships no script at all.
  const plain = useMatches().some((match) => (match.handle as { plain?: boolean } | undefined)?.plain);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider language={language}>{children}</LanguageProvider>
        {plain ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

export function ErrorBoundary() {
  return <Boundary />;
}
