import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicHeaders, publicRelease } from "../http/public-release.server.ts";
import { publicMeta } from "../ui/public/public-meta.ts";
import { PublicPage } from "../ui/public/public-page.tsx";
import type { PublicRelease } from "../ui/public/public-release.ts";
import "../ui/public/public-page.css";

export const handle = { plain: true };

export const loader = ({ request, params }: LoaderFunctionArgs) => publicRelease(request, params.slug ?? "");

export const headers: HeadersFunction = (from) => publicHeaders(from);

export const meta: MetaFunction = ({ data }) => publicMeta(data as PublicRelease | undefined);

export default function PublicRoute() {
  return <PublicPage {...(useLoaderData() as PublicRelease)} />;
}
